import { Canvas } from './lib/canvas.mjs';
import { askModel } from './assistant/askModel.mjs';
import { ASK, WAIT, routed } from './assistant/names.mjs';
import { recommendation, TAP } from './assistant/recommendation.mjs';
import { sendAnswer } from './assistant/sendAnswer.mjs';
import { sweep } from './assistant/sweep.mjs';
import { understand } from './assistant/understand.mjs';
import { handOver, isInDanger } from './lib/handOver.mjs';
import { condition, everyMinutes, hasRun, ifAll, switchBy, wechatTrigger } from './lib/nodes.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { SETTINGS } from './lib/settings.mjs';

const SWEEP = 'Every 10 minutes';
const RECOMMEND = 'RECOMMEND';

export default (store) => {
	const w = new Canvas({
		name: '15 AI assistant',
		overview: `### How it works
粉丝发“小助手”加问题，AI 来答；答不准的，人来答。
- 敏感、紧急、要找人的，直接转人工，登记期限。
- 关键词库里有明确答案的，直接用库里的，快，也不花钱。
- 其余先回“正在为您查询”，再问模型：只根据关键词库回答，知道最近三次问答。
- 模型没把握、拒绝或出错，转人工；回答里有敏感词，不发。
- 回答用客服消息发出，带“AI 生成”标识。
- 点菜单“为我推荐”，按标签和看过的内容推荐三样。

断电时没有答完的，每 10 分钟检查一次，交给员工，不会重复发。

### Setup
1. 先运行 00 号流程，填好 wechat_keywords 和 wechat_contents。
2. 选择 WeChat 凭证。模型凭证选 OpenAI 类型：通义、DeepSeek、豆包等兼容的服务，在凭证里填它的 Base URL，在 Language model 里填模型名。
3. 发送回答要已认证的账号。语气和禁忌写在 wechat_settings 的 assistantPrompt。
4. 使用生成式 AI 请遵守当地规定；模型会看到粉丝的问题，看不到身份。`,
	});

	const begin = w.section('## 1. 开始\n提问、点推荐、定时检查。', { line: 0 });
	const ask = begin.put(ASK, wechatTrigger(textTrigger(COMMANDS.assistant)), 0, 0);
	const tap = begin.put(TAP, wechatTrigger({ triggerOn: ['event.CLICK'], options: {} }), 0, 1);
	const schedule = begin.put(SWEEP, everyMinutes(10), 0, 2);
	const isOurs = begin.put(
		'Is it the entry for recommendations?',
		ifAll(condition('={{ $json.EventKey }}', 'equals', RECOMMEND)),
		1,
		1,
	);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 2, 0);
	const task = begin.put(
		'What is to be done?',
		switchBy({ Answer: hasRun(ASK), Recommend: hasRun(TAP) }, { fallback: 'Check' }),
		3,
		0,
		{ executeOnce: true },
	);
	w.link(ask, settings).link(tap, isOurs).link(isOurs, settings).link(schedule, settings);
	w.link(settings, task);

	const who = understand(w, store, { node: task, output: 0 });
	const passed = sendAnswer(w, store, askModel(w, store, who));
	const person = handOver(w, store, {
		trigger: ASK,
		line: 4,
		number: 5,
		isNegative: `(${routed}.insight.urgency === 'high')`,
		isQuestion: 'true',
		danger: isInDanger(`${routed}.insight`),
		reply: `($('${WAIT}').isExecuted ? '这个问题我还答不准，已经请人工客服来看，请稍等～' : '好的，正在为您转接人工客服，请稍等～')`,
		why: `$('${WAIT}').isExecuted ? 'AI 没有把握' : '敏感、紧急，或要找人'`,
		canPassOn: `!$('${WAIT}').isExecuted`,
		hasSettings: true,
	});
	w.link(who, person).link(passed, person);
	sweep(w, store, { node: task, output: 2 });
	recommendation(w, store, { node: task, output: 1 });
	return w;
};
