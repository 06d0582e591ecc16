import { checkIn, tellPoints } from './checkIn/checkIn.mjs';
import { OWN_ROWS, ROWS, TRIGGER, WEEKLY, message } from './checkIn/common.mjs';
import { report } from './checkIn/report.mjs';
import { vote } from './checkIn/vote.mjs';
import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	coreNode,
	hasRun,
	ifAll,
	switchBy,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { anyOf, textTrigger } from './lib/routing.mjs';
import { SETTINGS } from './lib/settings.mjs';

const said = (pattern) => condition('={{ $json.Content.trim() }}', 'regex', `^(${pattern})$`);

export default (store) => {
	const w = new Canvas({
		name: '08 Daily check-in and vote',
		overview: `### How it works
每日签到和投票，全部在聊天里完成，不要求转发或邀请，符合微信的规则。
- 签到：每天一次，按上海时间和微信的时钟计日。连续第 1、3、7 天有奖励，7 天一轮。
- 补签：补最近漏掉的一天，每月次数有限；补上后连续天数重新计算。
- 我的积分、积分排行：随时可查。
- 投票：看题目；投 1：投票。每人一票，重复点击只计一次；投过后回复“投票”看结果。
- 每周一把签到和投票的结果发给员工。

所有积分都是 wechat_activity_rows 表里的行，只增加，不修改；同一件事不论推送几次，只计一次。

### Setup
1. 先运行 00 号流程，选择凭证，发布。任何类型的公众号都可以用。
2. 在 wechat_settings 表里改分值和礼物（checkIn 开头的几行）。活动开始后不要再改分值。
3. 在 wechat_polls 表里写投票：一行一题，选项每行一个；开始时间最晚的一题生效。
4. 礼物由员工发放，提醒发到员工群机器人。`,
	});

	const begin = w.section('## 1. 开始\n一条消息是什么命令；每周一则做报告。', { line: 0 });
	const trigger = begin.put(TRIGGER, wechatTrigger(textTrigger(anyOf('checkIn', 'vote'))), 0, 0);
	const weekly = begin.put(WEEKLY, weeklyAt(1, 9), 0, 1);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	const isMessage = begin.put('Is it a message?', ifAll(hasRun(TRIGGER)), 2, 0, {
		executeOnce: true,
	});
	const own = begin.put(
		OWN_ROWS,
		store.get(ROWS, [['openId', 'eq', `={{ ${message}.wechat.openId }}`]]),
		3,
		0,
	);
	const again = begin.put(
		'The message',
		coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ ${message} }}`, options: {} }),
		4,
		0,
		{ executeOnce: true },
	);
	const command = begin.put(
		'Which command is it?',
		switchBy(
			{
				'Check in': said('签到'),
				'Make up': said('补签'),
				Points: said('我的积分'),
				Ranking: said('积分排行'),
			},
			{ fallback: 'Vote' },
		),
		5,
		0,
	);
	for (const start of [trigger, weekly]) w.link(start, settings);
	w.chain(settings, isMessage, own, again, command);

	const on = (output) => ({ node: command, output });
	checkIn(w, store, { record: on(0), makeUp: on(1) });
	tellPoints(w, store, { points: on(2), ranking: on(3) });
	vote(w, store, on(4));
	report(w, store, { node: isMessage, output: 1 });
	return w;
};
