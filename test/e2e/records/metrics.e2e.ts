import {
	dayOf,
	dayText,
	HOUR_MS,
	MINUTE_MS,
	startOfDay,
} from '../../../nodes/shared/calendar/days';
import { onBothStores } from '../lib/onBothStores';

const NODE = 'weChatMetrics';

/** Ten in the morning of yesterday in Shanghai, of which the platform has figures. */
const TEN = startOfDay(dayOf(Date.now()) - 1) + 10 * HOUR_MS;
const YESTERDAY = dayText(dayOf(TEN));

/** Whatever day yesterday was. */
const OPEN = '00:00-24:00';
const HOURS = {
	hoursWorkdays: OPEN,
	hoursSaturday: OPEN,
	hoursSunday: OPEN,
	hoursHoliday: OPEN,
};

onBothStores('WeChat Metrics', (n8n) => {
	it('collects what is over, tells of nothing usual, and shows the page', async () => {
		const collected = await n8n.run(NODE, { operation: 'collect', options: { days: 2 } });
		expect(collected.error).toBeUndefined();
		const rows = await n8n.rows('metrics');
		expect(rows.length).toBe(collected.outputs[0]?.length);
		expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['day', 'week', 'month']));

		const again = await n8n.run(NODE, { operation: 'collect', options: { days: 2 } });
		expect(again.error).toBeUndefined();
		expect(await n8n.rows('metrics')).toHaveLength(rows.length);

		const alerts = await n8n.run(NODE, { operation: 'alerts' });
		expect(alerts.error).toBeUndefined();
		expect(alerts.outputs.flat()).toEqual([]);

		const page = await n8n.run(NODE, { operation: 'page' });
		expect(page.outputs[0]).toMatchObject([{ html: expect.stringMatching(/^<!DOCTYPE html>/) }]);
	});

	/** An item of the trigger, minutes after ten. */
	const pushed = (kind: string, minute: number, more: object) => ({
		CreateTime: String((TEN + minute * MINUTE_MS) / 1_000),
		...more,
		wechat: { kind, openId: 'oA', appId: n8n.appId, dedupeKey: `oA:${minute}` },
	});
	const at = (minute: number) => ({ now: new Date(TEN + minute * MINUTE_MS).toISOString() });

	/** Two taps on the menu, and a message that a person answers after 20 minutes. */
	const happen = async () => {
		const { state } = n8n.simulator.platform;
		state.settings.statisticsHour = 0;
		state.menu = {
			button: [
				{ type: 'click', name: '今日活动', key: '={{ $execution.id }}' },
				{ type: 'view', name: '商城', url: 'https://shop.example/new' },
			],
		};
		const taps = [
			pushed('event.CLICK', 0, { EventKey: '={{ $execution.id }}' }),
			pushed('event.VIEW', 1, { EventKey: 'https://shop.example/new' }),
			pushed('event.VIEW', 2, { EventKey: 'https://shop.example/new' }),
		];
		const recorded = { resource: 'contact', operation: 'record', options: at(3) };
		expect((await n8n.run('weChatContacts', recorded, taps)).error).toBeUndefined();
		const opened = { operation: 'openCase', options: at(5) };
		const message = pushed('text', 5, { Content: '在吗' });
		expect((await n8n.run('weChatSla', opened, [message])).error).toBeUndefined();
		const closed = { operation: 'closeCase', options: at(25) };
		expect((await n8n.run('weChatSla', closed, [{ openId: 'oA' }])).outputs[0]).toHaveLength(1);
	};

	it('keeps shares by hour and channel, the menu and reply times, and shows them', async () => {
		await happen();
		const options = { days: 2, ...HOURS };
		const collected = await n8n.run(NODE, { operation: 'collect', options });
		expect(collected.error).toBeUndefined();
		expect(collected.outputs[0]?.[0]?.problems).toBeUndefined();
		const parts = (await n8n.rows('metrics'))
			.filter(({ dimension, toDay, period }) => {
				return dimension && toDay === YESTERDAY && period === 'day';
			})
			.map(
				({ metric, dimension, value }) =>
					`${metric as string} ${dimension as string} ${Number(value)}`,
			);
		expect(parts).toEqual(
			expect.arrayContaining([
				'readsByHour 21 8',
				'readsByChannel 公众号消息 6',
				'sharesByHour 09 4',
				'sharesByChannel 朋友圈 4',
				'firstResponseByKind chat.firstResponse 1200',
				'slaMetByKind chat.firstResponse 1',
			]),
		);
		const page = await n8n.run(NODE, { operation: 'page' });
		const html = String(page.outputs[0]?.[0]?.html);
		for (const text of [
			'菜单点击热力图：今日活动 1 次；商城 2 次',
			'转发时段（近 4 周）',
			'转发去向（次）：朋友圈 4',
			'首次响应（中位数）：私信首次回复 20 分钟',
			'SLA 达标率：私信首次回复 100%',
		]) {
			expect(html).toContain(text);
		}
	});

	it('collects the rest where WeChat no longer gives hours, and tells it once', async () => {
		for (const name of ['getuserreadhour', 'getusersharehour', 'getusershare']) {
			const fault = { path: `/datacube/${name}`, errcode: 47009, times: 9 };
			n8n.simulator.platform.faults.add(fault);
		}
		const options = { days: 1, longPeriods: false, ...HOURS };
		const { outputs, error } = await n8n.run(NODE, { operation: 'collect', options });
		expect(error).toBeUndefined();
		const told = (outputs[0] ?? []).filter(({ problems }) => problems !== undefined);
		expect(told).toMatchObject([
			{ problems: [expect.stringMatching(/^getuserreadhour, getusersharehour, getusershare: /)] },
		]);
		n8n.simulator.platform.faults.clear();
	});
});
