import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { caseEvents } from '../../../nodes/shared/records/tables/caseEvents';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { metrics } from '../../../nodes/shared/records/tables/metrics';
import { slaPolicies } from '../../../nodes/shared/records/tables/slaPolicies';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { DAY_MS, metricsNode, NOON } from './node';

const YESTERDAY = '2026-11-23';
const ONE_DAY = { options: { days: 1, longPeriods: false } };
const DIVIDED = ['getuserreadhour', 'getusersharehour', 'getusershare'];

describe('what Collect keeps beside the metrics', () => {
	const account = useAccount();
	const tables = () => dataTablesOf(account.credentials);
	const records = () => dataTableRecords(tables(), tablePrefix(account.state.account.appId));
	const run = async (operation: string, parameters: INodeParameters = ONE_DAY, now = NOON) =>
		await metricsNode(account, operation, now, parameters);
	const collect = async (parameters?: INodeParameters, now?: number) => {
		const { outputs, error } = await run('collect', parameters, now);
		expect(error).toBeUndefined();
		return outputs[0] ?? [];
	};
	const page = async (): Promise<string> => {
		const { outputs, error } = await run('page', {});
		expect(error).toBeUndefined();
		return String(outputs[0]?.[0]?.html);
	};
	/** `metric dimension value` of the rows of a day that are about a part. */
	const parts = (day = YESTERDAY) =>
		tables()
			.rows('metrics')
			.filter(({ dimension, toDay, period }) => dimension && toDay === day && period === 'day')
			.map(({ metric, dimension, value }) => [metric, dimension, value].map(String).join(' '));

	describe('by hour and channel', () => {
		it('is asked for by itself, kept, given, and shown', async () => {
			const given = await collect();
			expect(parts()).toEqual([
				'readsByHour 21 8',
				'readsByChannel 公众号消息 6',
				'readsByChannel 朋友圈 1',
				'readsByChannel 聊天会话 3',
				'sharesByHour 09 4',
				'sharesByChannel 朋友圈 4',
			]);
			expect(given.filter(({ dimension }) => dimension !== undefined)).toHaveLength(6);
			expect(given.find(({ metric }) => metric === 'sharesByHour')).toMatchObject({
				key: `sharesByHour|${YESTERDAY}|${YESTERDAY}|09`,
				label: '转发次数 · 9 时',
				value: 4,
			});
			const html = await page();
			expect(html).toContain('周一 9:00 · 4');
			expect(html).toContain('阅读来源（人）：公众号消息 6，聊天会话 3，朋友圈 1');
			expect(html).toContain('转发去向（次）：朋友圈 4');
		});

		it('asks for each day that is due, one day at a time, and not again once it is settled', async () => {
			await collect({ options: { days: 3, longPeriods: false } });
			for (const name of DIVIDED) {
				expect(account.calls(`/datacube/${name}`)).toHaveLength(3);
			}
			await collect({ options: { days: 3, longPeriods: false } }, NOON + 3_600_000);
			// Only yesterday can still change.
			for (const name of DIVIDED) {
				expect(account.calls(`/datacube/${name}`)).toHaveLength(4);
			}
		});

		it.each([48001, 47009])(
			'is told once where the account may not (%i), and the rest is collected',
			async (errcode) => {
				for (const name of DIVIDED) {
					account.simulator.platform.faults.add({ path: `/datacube/${name}`, errcode, times: 99 });
				}
				const given = await collect();
				const told = given.flatMap(({ problems }) => (problems as string[] | undefined) ?? []);
				expect(told).toEqual([
					expect.stringMatching(/^getuserreadhour, getusersharehour, getusershare: ./),
				]);
				expect(given.find(({ metric }) => metric === 'reads')?.value).toBe(10);
				// Channels of readers come with the summary of the account.
				expect(parts().map((part) => part.split(' ', 1)[0])).toEqual(
					Array.from({ length: 3 }, () => 'readsByChannel'),
				);
				expect(await page()).not.toContain('转发时段');
			},
		);

		it('does not pass for metrics: nor on the page, nor as an alert', async () => {
			await collect();
			const { outputs } = await run('alerts', {});
			expect(outputs.flat()).toEqual([]);
			expect(await page()).not.toContain('转发次数 · 9 时');
		});

		it('is kept and shown from a table that was made before it had the column', async () => {
			const columns = ['key', ...Object.keys(metrics.columns), 'token', 'more']
				.filter((name) => name !== 'dimension')
				.map((name) => ({ name, type: name === 'value' ? 'number' : 'string' }));
			const name = `${tablePrefix(account.state.account.appId)}_metrics`;
			tables().tables.push({ id: 'old', name, columns, rows: [], updatedAt: '0' });
			// The first run finds out that the table of the test before is gone.
			await run('alerts', {});
			await collect();
			const [kept] = tables()
				.rows('metrics')
				.filter(({ metric }) => metric === 'sharesByHour');
			expect(kept).toMatchObject({ value: 4, more: '{"dimension":"09"}' });
			const html = await page();
			expect(html).toContain('周一 9:00 · 4');
			expect(html).not.toContain('转发次数 · 9 时');
		});
	});

	describe('the menu', () => {
		const MENU: IDataObject[] = [
			{ type: 'click', name: '今日活动', key: '={{ $execution.id }}' },
			{
				name: '商城',
				sub_button: [{ type: 'view', name: '<b>新品</b>', url: 'https://shop.example/new' }],
			},
		];
		const tap = async (key: string, kind: string, eventKey: string) =>
			await records().add(interactions, [{ key, openId: 'o1', kind, eventKey, at: NOON - DAY_MS }]);

		it('is read with the default menu, and coloured by what followers tapped', async () => {
			account.state.menu = { button: MENU };
			await tap('t1', 'event.CLICK', '={{ $execution.id }}');
			await tap('t2', 'event.CLICK', '={{ $execution.id }}');
			await tap('t3', 'event.VIEW', 'https://shop.example/new');
			await collect();
			expect(await page()).toContain(
				'菜单点击热力图：今日活动 2 次；商城（&lt;b&gt;新品&lt;/b&gt; 1 次）',
			);
		});

		it('is the one shown now where none was made by the API', async () => {
			account.state.consoleMenu = [{ type: 'click', name: '关于我们', key: 'ABOUT' }];
			account.state.callback.url = '';
			await tap('t1', 'event.CLICK', 'ABOUT');
			await collect();
			expect(await page()).toContain('菜单点击热力图：关于我们 1 次');
		});

		it('stays as it was where it cannot be read, and that is told', async () => {
			account.state.menu = { button: MENU };
			await collect();
			for (const path of ['/cgi-bin/menu/get', '/cgi-bin/get_current_selfmenu_info']) {
				account.simulator.platform.faults.add({ path, errcode: 48001, times: 9 });
			}
			const given = await collect();
			expect(given[0]?.problems).toEqual([expect.stringMatching(/^menu: ./)]);
			expect(await page()).toContain('菜单点击热力图：今日活动 0 次');
		});
	});

	describe('reply times', () => {
		const TEN = Date.parse(`${YESTERDAY}T10:00:00+08:00`);
		const MINUTE_MS = 60_000;
		const happen = async (
			caseKey: string,
			[kind, minute]: [string, number],
			channel = 'chat',
			tier = 'other',
		) =>
			await records().add(caseEvents, [
				{
					key: `${caseKey}:${kind}:${minute}`,
					caseKey,
					openId: 'o1',
					channel,
					tier,
					kind,
					at: TEN + minute * MINUTE_MS,
				},
			]);

		it('come from cases, by what was answered and against the policies of the table', async () => {
			await records().put(slaPolicies, [
				{ key: 'policy:other', tier: 'other', firstResponse: 30, nextResponse: 5 },
			]);
			await happen('case:chat:o1', ['userMessage', 0]);
			await happen('case:chat:o1', ['personReply', 20]);
			await happen('case:chat:o1', ['userMessage', 30]);
			await happen('case:chat:o1', ['personReply', 50]);
			await happen('case:comment:100:0:7', ['userMessage', 0], 'comment');
			await happen('case:comment:100:0:7', ['personReply', 40], 'comment');
			await collect();
			expect(parts().filter((part) => part.includes('.'))).toEqual([
				'firstResponseByKind chat.firstResponse 1200',
				'firstResponseByKind comment.firstResponse 2400',
				'slaMetByKind chat.firstResponse 1',
				'slaMetByKind chat.nextResponse 0',
				'slaMetByKind comment.firstResponse 0',
			]);
			const value = (metric: string) =>
				tables()
					.rows('metrics')
					.find(({ key }) => key === `metric:${metric}|${YESTERDAY}|${YESTERDAY}`)?.value;
			expect(value('slaMet')).toBeCloseTo(1 / 3);
			// The comment is one by its case alone, and was answered by a person.
			expect(value('firstResponseMedian')).toBe(2_400);
			const html = await page();
			expect(html).toContain('首次响应（中位数）：私信首次回复 20 分钟，留言首次回复 40 分钟');
			expect(html).toContain('SLA 达标率：私信首次回复 100%，私信后续回复 0%，留言首次回复 0%');
		});

		it('count the hours that are filled in, as the SLA does', async () => {
			// Due after 120 minutes, of which the noon break is none.
			await happen('case:chat:o1', ['userMessage', 60]);
			await happen('case:chat:o1', ['personReply', 260]);
			await collect({ options: { ...ONE_DAY.options, hoursWorkdays: '09:00-12:00, 14:00-18:00' } });
			expect(parts()).toContain('slaMetByKind chat.firstResponse 1');
			await records().remove(metrics, {});
			await collect();
			expect(parts()).toContain('slaMetByKind chat.firstResponse 0');
		});

		it('are left out where the policies cannot be read, and that is told', async () => {
			await records().put(slaPolicies, [{ key: 'policy:x', tier: 'x' }]);
			await happen('case:chat:o1', ['userMessage', 0]);
			const given = await collect();
			expect(given[0]?.problems).toEqual([expect.stringMatching(/^sla_policies: \[Policy \d+\]/)]);
			expect(given.find(({ metric }) => metric === 'reads')?.value).toBe(10);
		});

		it('say which field holds hours that cannot be read', async () => {
			const { error } = await run('collect', { options: { hoursSunday: 'nine' } });
			expect(error?.message).toContain("'Hours on Sunday' holds");
		});
	});
});
