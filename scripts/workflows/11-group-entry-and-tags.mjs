import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	dailyAt,
	filterBy,
	hasField,
	hasRun,
	manualTrigger,
	switchBy,
	wechatApi,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';
import { serveMembers } from './groups/daily.mjs';
import { enterGroups } from './groups/entry.mjs';
import { watchGroups } from './groups/watch.mjs';
import { ASK, BY_HAND, DAILY, GROUPS, SCAN, WEEKLY } from './groups/shared.mjs';

function makeCodes(w, store, from) {
	const section = w.section(
		'## 12. 生成场景二维码\n手动运行：给还没有码的群生成永久二维码，印在门店、包装上；扫码的人会得到这个群。',
		{ line: 10 },
	);
	const missing = section.put(
		'Groups without a code',
		store.get(
			GROUPS,
			[
				['isActive', 'isTrue'],
				['ticket', 'isEmpty'],
				['scene', 'isNotEmpty'],
			],
			{ orderBy: ['priority', 'DESC'] },
		),
		0,
	);
	const real = section.put('Real groups', filterBy(hasField()), 1);
	const create = section.put(
		'Create the code',
		wechatApi('qrCode', 'create', { scene: '={{ $json.scene }}', lifetime: 'permanent' }),
		2,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const stored = section.put(
		'Keep the code',
		store.update(GROUPS, [['key', 'eq', `={{ $('${real}').item.json.key }}`]], {
			ticket: '={{ $json.ticket }}',
			url: '={{ $json.url }}',
		}),
		3,
	);
	const tell = section.put(
		'Tell staff about the codes',
		notifyStaff(
			`'群二维码已生成，打开即可下载：\\n' + $input.all().map(({ json }) => json.name + '：https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=' + encodeURIComponent(json.ticket)).join('\\n')`,
		),
		4,
		0,
		{ executeOnce: true },
	);
	const problem = section.put(
		'Tell staff why not',
		notifyStaff("'群二维码没有生成：' + ($json.error?.message ?? $json.error)"),
		3,
		1,
		{ executeOnce: true },
	);
	w.link(from.node, missing, from).chain(missing, real, create, stored, tell);
	w.link(create, problem, { output: 1 });
}

export default (store) => {
	const w = new Canvas({
		name: '11 Group entry and tags',
		overview: `### How it works
粉丝回复“进群”，或扫门店的群二维码，得到一个还有空位的群的入群方式。
- 名额：先占住名额，再给二维码；几十人同时来也不会超员。群满或图片过期，自动换下一个群；都满了，登记候补，有空位时邀请。
- 进群只能由本人扫码或点链接，微信不允许代为拉人，也不告诉公众号谁进了群，所以请成员回复“已进群”。
- 标签：占到名额就打上群的标签；每周给互动够多的成员打“活跃成员”，不再活跃就取下。
- 分层内容：每天 19:30 把 wechat_group_contents 表里的内容发给对应的成员，只发 48 小时内来过、没有退订的人，每份每人一次。
- 群快满、二维码快到期，提醒员工。

### Setup
1. 先运行 00 号流程，选择凭证。标签和客服消息需要已认证的公众号，场景二维码需要已认证的服务号。
2. 在 wechat_groups 表里写自己的群：人数上限、已有人数（joined）、链接，或二维码图片的 media_id 和到期时间。
3. 运行 Make the group codes 生成门店二维码。
4. wechat_settings：groupActiveMin、groupWelcome、员工群机器人。`,
	});

	const begin = w.section('## 1. 开始\n要进群、扫码、每天、每周，或手动生成二维码。', { line: 0 });
	const ask = begin.put(ASK, wechatTrigger(textTrigger(COMMANDS.group)), 0, 0);
	const scan = begin.put(
		SCAN,
		wechatTrigger({ triggerOn: ['event.subscribe', 'event.SCAN'], options: {} }),
		0,
		1,
	);
	const isOurs = begin.put(
		'Is it a group code?',
		filterBy(condition("={{ $json.wechat.scene ?? '' }}", 'startsWith', 'group')),
		1,
		1,
	);
	const daily = begin.put(DAILY, dailyAt(19, 30), 0, 2);
	const weekly = begin.put(WEEKLY, weeklyAt(1, 8), 0, 3);
	const byHand = begin.put(BY_HAND, manualTrigger(), 0, 4);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 2, 0);
	const task = begin.put(
		'What is to be done?',
		switchBy(
			{
				'A wish': hasRun(ASK),
				'A scan': hasRun(SCAN),
				Daily: hasRun(DAILY),
				Weekly: hasRun(WEEKLY),
			},
			{ fallback: 'Codes' },
		),
		3,
		0,
		{ executeOnce: true },
	);
	w.link(scan, isOurs);
	for (const start of [ask, isOurs, daily, weekly, byHand]) w.link(start, settings);
	w.link(settings, task);

	const on = (output) => ({ node: task, output });
	enterGroups(w, store, { begin, asked: on(0), scanned: on(1) });
	watchGroups(w, store, on(2));
	serveMembers(w, store, { daily: on(2), weekly: on(3) });
	makeCodes(w, store, on(4));
	return w;
};
