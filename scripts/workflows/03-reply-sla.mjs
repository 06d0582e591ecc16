import { Canvas } from './lib/canvas.mjs';
import { dailyAt, everyMinutes } from './lib/nodes.mjs';
import { clock, CLOCK } from './lib/service.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { chatRecords } from './replyTimes/chats.mjs';
import { MORNING, POLICIES } from './replyTimes/common.mjs';
import { report } from './replyTimes/report.mjs';
import { sweep, tell } from './replyTimes/sweep.mjs';

const MINUTE = 'Every minute';

export default (store) => {
	const w = new Canvas({
		name: '03 Reply SLA',
		overview: `### How it works
盯住每一条要人回复的留言（来自 02）和私信（04 转人工时开案）：每分钟检查一次，用掉 75% 的时限就提醒客服，超时就在群里 @所有人，按时回复的不打扰。同一件事只说一次。

时限按上班时间和法定节假日（含调休）计算；私信还受微信 48 小时窗口和 5 条消息的限制，取更早的那个。

客服在客服工具里回了什么，从聊天记录接口读取；留言的人工回复由 02 认出。自动回复不算人工回复，自动答完的留言算办结。

每天 9:00 发日报：各级别的达标率、中位和 P90 时长、昨天超时的清单、留言的回复速度。

### Setup
1. 先运行 00，发布 01、02、04。
2. 在 wechat_sla_policies 修改各级别的分钟数，在 wechat_settings 修改上班时间。
3. 填写群机器人地址，选择凭证并发布。`,
		settings: { saveDataSuccessExecution: 'none' },
	});

	const s = w.section('## 1. 开始\n每分钟检查；早上 9 点多发一份日报。', { line: 0 });
	const settings = s.put(SETTINGS, store.get('wechat_settings'), 1);
	w.link(s.put(MINUTE, everyMinutes(1), 0, 0), settings);
	w.link(s.put(MORNING, dailyAt(9), 0, 1), settings);
	const from = s.put(CLOCK, { ...clock(), executeOnce: true }, 3);
	w.chain(settings, s.put(POLICIES, store.get('wechat_sla_policies'), 2), from);

	chatRecords(w, store, from);
	sweep(w, store, from);
	tell(w, store, from);
	report(w, store, from);
	return w;
};
