import { chat } from './approval/chat.mjs';
import { decide, send, stuck } from './approval/decide.mjs';
import { page } from './approval/page.mjs';
import { ask, request } from './approval/request.mjs';
import { ASKED_FOR, SWEEP } from './approval/common.mjs';
import { Canvas } from './lib/canvas.mjs';
import { hasRun, ifAll } from './lib/nodes.mjs';
import { clock, CLOCK } from './lib/service.mjs';
import { SETTINGS } from './lib/settings.mjs';

export default (store) => {
	const w = new Canvas({
		name: '16 Staff approval',
		overview: `### How it works
敏感回复和群发，先由负责人点头再发出：
1. 同事在表单里写下要发的内容：回复某个粉丝，或群发给某个标签；
2. 负责人在公众号对话里看到全文，点“同意”或“驳回”；太长的对话里不发，客服群里的签名链接打开后看全文、按按钮，效果一样；
3. 同意就发送并记录，驳回或过期就不发；结果都在群里通报。

先占位再发送，两个人同时点也只发一次。群发带编号，微信保证同一编号只发一次；n8n 在发送途中停机，群发会补上，单条回复请人核对后再发，不会盲目重发。

### Setup
1. 先运行 00，发布 01；选择凭证并发布。
2. 负责人关注公众号并发一条消息，把他的 OpenID 填到 wechat_settings 的 staffOpenId；48 小时没说过话的，用群里的链接。
3. 填写群机器人地址 staffWebhookUrl 和审批时限 approvalHours。
4. 表单链接人人可以打开。要限制，在 When somebody asks for approval 里打开 Basic Auth。`,
	});
	const s = w.section('## 1. 开始\n有人提交表单；每十分钟检查有没有卡住的。', { line: 0 });
	const settings = s.put(SETTINGS, store.get('wechat_settings'), 1);
	const task = s.put('Is it a request?', ifAll(hasRun(ASKED_FOR)), 3);
	const { form, every } = request();
	w.link(s.put(ASKED_FOR, form, 0, 0), settings).link(s.put(SWEEP, every, 0, 1), settings);
	w.chain(settings, s.put(CLOCK, { ...clock(), executeOnce: true }, 2), task);

	const answered = ask(w, store, { node: task, output: 0 });
	send(w, store, decide(w, store, answered));
	stuck(w, store, { node: task, output: 1 });
	chat(w, store);
	page(w, store);
	return w;
};
