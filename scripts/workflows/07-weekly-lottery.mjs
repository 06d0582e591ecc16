import { Canvas } from './lib/canvas.mjs';
import { enterDraw, scratch, tellWinnings } from './lottery/chat.mjs';
import { closeDraw } from './lottery/close.mjs';
import { drawWinners } from './lottery/draw.mjs';
import { openDraw } from './lottery/open.mjs';
import { remindOfOverdue } from './lottery/overdue.mjs';
import { proofPage } from './lottery/page.mjs';
import {
	isTrue,
	manualTrigger,
	schedule,
	switchBy,
	webhook,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { openWithTickets } from './lib/opening.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { SETTINGS } from './lib/settings.mjs';

const TRIGGER = 'When somebody enters';
const MONDAY = 'Every Monday at 10:00';
const BY_HAND = 'Catch up by hand';
const FRIDAY = 'Friday evening';
const PAGE = 'When somebody opens the page';

/** Friday from 18:00: closes, draws at 20:00, and looks every ten minutes until midnight for what was not done. */
const FRIDAY_EVENING = { field: 'cronExpression', expression: '*/10 18-23 * * 5' };

const says = (word) =>
	isTrue(`$('${TRIGGER}').isExecuted && $('${TRIGGER}').first().json.Content.trim() === '${word}'`);
const started = (...triggers) =>
	isTrue(triggers.map((trigger) => `$('${trigger}').isExecuted`).join(' || '));

export default (store) => {
	const w = new Canvas({
		name: '07 Weekly lottery',
		// Runs that succeed are not kept: they would hold the seed before it is published.
		settings: { saveDataSuccessExecution: 'none' },
		overview: `### How it works
每周一检查活动规则并开放抽奖，公布种子的承诺值；用户回复“参加抽奖”报名，周五 18 点截止并公布名单摘要，20 点开奖、通知中奖人，公示页上任何人都能重算结果。“中奖查询”列出自己的奖品。“刮奖”是即开型：奖券事先切好，占到才算，不会超发。

为什么种子单独存在 wechat_lottery_secrets：知道种子就能预知结果，所以它不进公开的表，成功的运行也不保存数据；开奖后才公布。想连自己人也无法预知，就在截止之前在 rules 的 beaconName 写一个 20 点之后才产生的公共数字（如“福彩3D 当晚的开奖号码”），产生后填入 beacon；截止前就能知道的数字（如当日收盘指数）不行。

### Setup
1. 运行 00 号流程，在 wechat_activities、wechat_prizes 改文字、主办方和奖品。
2. 选择凭证并发布；把公示页的 Production URL 填入设置 lotteryPageUrl。
3. 运行 Catch up by hand：补做该做而没做的，即开放刮奖和本周抽奖，开已到时间的奖。可以放心重复。
4. 抽奖和中奖记录保存两年，不随取消关注删除。`,
	});
	const section = w.section('## 1. 谁触发\n用户消息、定时、手动和公示页，都先读设置，再分路。', {
		line: 0,
	});
	const triggers = [
		section.put(TRIGGER, wechatTrigger(textTrigger(COMMANDS.lottery)), 0, 0),
		section.put(MONDAY, weeklyAt(1, 10), 0, 1),
		section.put(FRIDAY, schedule(FRIDAY_EVENING), 0, 2),
		section.put(PAGE, webhook('lottery', { responseMode: 'responseNode', options: {} }), 0, 3),
		section.put(BY_HAND, manualTrigger(), 1, 1),
	];
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 2, 0);
	const way = section.put(
		'What is to be done?',
		switchBy(
			{
				enter: says('参加抽奖'),
				scratch: says('刮奖'),
				winnings: says('中奖查询'),
				open: started(MONDAY, BY_HAND),
				draw: started(FRIDAY, BY_HAND),
				page: started(PAGE),
				'open scratch game': started(BY_HAND),
				'remind of prizes': started(MONDAY),
			},
			{ sendsToAll: true },
		),
		3,
		0,
		{ executeOnce: true },
	);
	for (const trigger of triggers) w.link(trigger, settings);
	w.chain(settings, way);
	enterDraw(w, store, { trigger: TRIGGER, from: way, output: 0, line: 0 });
	scratch(w, store, { trigger: TRIGGER, from: way, output: 1, line: 1 });
	tellWinnings(w, store, { trigger: TRIGGER, from: way, output: 2, line: 1 });
	openDraw(w, store, { from: way, output: 3, line: 2 });
	const toDraw = closeDraw(w, store, { from: way, output: 4, line: 3 });
	drawWinners(w, store, { from: toDraw, line: 3 });
	proofPage(w, store, { trigger: PAGE, from: way, output: 5, line: 4 });
	openWithTickets(w, store, { kind: 'instantWin', from: way, output: 6, line: 5 });
	remindOfOverdue(w, store, { from: way, output: 7, line: 5 });
	return w;
};
