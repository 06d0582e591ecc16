import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { caseEvents } from '../../../nodes/shared/records/tables/caseEvents';
import { comments } from '../../../nodes/shared/records/tables/comments';
import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { metrics } from '../../../nodes/shared/records/tables/metrics';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { DAY_MS, HOUR_MS, metricsNode, NOON } from './node';

describe('WeChat Metrics with records', () => {
	const account = useAccount();
	const tables = () => dataTablesOf(account.credentials);
	const records = () => dataTableRecords(tables(), tablePrefix(account.state.account.appId));
	const run = async (
		operation: string,
		now = NOON,
		parameters: INodeParameters = {},
		items: IDataObject[] = [{}],
	) => await metricsNode(account, operation, now, parameters, items);

	/** What followers did on the day before. */
	const happen = async () => {
		const at = NOON - DAY_MS;
		await records().add(contacts, [
			{ key: 'contact:o1', openId: 'o1', isFollower: true, subscribedAt: at - 10 * DAY_MS },
		]);
		await records().add(interactions, [
			{ key: 'm1', openId: 'o1', kind: 'text', at, text: '多少钱' },
			{ key: 'm2', openId: 'o1', kind: 'sent', at: at + 480_000, data: { auto: true } },
			{ key: 'm3', openId: '={{ $execution.id }}', kind: 'event.CLICK', at, text: '=1+1' },
		]);
		await records().add(comments, [
			{
				key: 'comment:1_1:1',
				openId: 'o1',
				content: '好',
				commentedAt: at,
				repliedAt: at + HOUR_MS,
				repliedBy: 'flow',
				state: 'answered',
			},
			{ key: 'comment:1_1:2', openId: '', content: '问', commentedAt: at, state: 'new' },
		]);
	};
	const answer = async () => {
		const at = NOON - DAY_MS;
		await records().add(interactions, [
			{ key: 'm9', openId: 'o9', kind: 'text', at, text: '在吗' },
		]);
		const event = { caseKey: 'case:chat:o9', openId: 'o9', channel: 'chat' };
		await records().add(caseEvents, [
			{ key: 'm9', kind: 'userMessage', at, ...event },
			{ key: 'm9:reply', kind: 'personReply', at: at + 600_000, ...event },
		]);
	};
	const valueOf = (name: string, day = '2026-11-23') =>
		tables()
			.rows('metrics')
			.find(({ key }) => key === `metric:${name}|${day}|${day}`)?.value;
	const collected = () => tables().rows('metrics').length;

	it('collects the days that are over, and those before that were missed', async () => {
		await happen();
		const { outputs, error } = await run('collect');
		expect(error).toBeUndefined();
		const days = new Set(outputs[0]?.filter(({ period }) => period === 'day').map(({ to }) => to));
		expect([...days]).toEqual([17, 18, 19, 20, 21, 22, 23].map((day) => `2026-11-${day}`));
		expect(new Set(outputs[0]?.map(({ period }) => period))).toEqual(
			new Set(['day', 'week', 'month']),
		);
		// One conversation and one of two comments were answered.
		expect(valueOf('replyShare')).toBeCloseTo(2 / 3);
		expect(valueOf('activeUsers')).toBe(2);
	});

	it('knows what people have answered in chats', async () => {
		await answer();
		await run('collect', NOON, { options: { days: 1, longPeriods: false } });
		expect(valueOf('replyShare')).toBe(1);
		expect(valueOf('firstResponseMedian')).toBe(600);
	});

	it('may run twice: the same rows, and settled days are left alone', async () => {
		await happen();
		await run('collect');
		const rows = collected();
		const calls = account.calls().length;
		const again = await run('collect', NOON + HOUR_MS);
		// Yesterday is not settled before the day after tomorrow's morning.
		expect(new Set(again.outputs[0]?.map(({ to, period }) => `${period} ${to}`))).toEqual(
			new Set(['day 2026-11-23']),
		);
		expect(collected()).toBe(rows);
		expect(account.calls().length).toBeGreaterThan(calls);
	});

	it('goes on without statistics that cannot be read, and says so', async () => {
		await happen();
		account.simulator.platform.faults.add({ path: '/datacube/getusersummary', errcode: 48001 });
		const { outputs, error } = await run('collect', NOON, { options: { days: 1 } });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.problems).toContainEqual(expect.stringMatching(/^getusersummary: /));
	});

	it('writes everything when it is run again after it was killed', async () => {
		await happen();
		await run('collect', NOON, { options: { days: 1, longPeriods: false } });
		const rows = collected();
		for (let step = 1; step <= 10; step++) {
			await records().remove(metrics, {});
			let count = 0;
			tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			await run('collect', NOON, { options: { days: 1, longPeriods: false } });
			tables().beforeStep = () => undefined;
			await run('collect', NOON, { options: { days: 1, longPeriods: false } });
			expect(collected()).toBe(rows);
		}
	});

	/** Nine weeks in which a day is like the other, up to the last one. */
	const history = async (last: number) => {
		const rows = Array.from({ length: 60 }, (_, back) => {
			const day = new Date(NOON - (back + 1) * DAY_MS).toISOString().slice(0, 10);
			return {
				key: `metric:newFollowers|${day}|${day}`,
				metric: 'newFollowers',
				label: '新增关注',
				layer: 'basic',
				unit: 'count',
				period: 'day',
				fromDay: day,
				toDay: day,
				value: back === 0 ? last : 100,
				collectedAt: NOON,
			};
		});
		await records().put(metrics, rows);
	};

	it('tells of each unusual value once, also to runs at the same moment', async () => {
		await history(3);
		const runs = await Promise.all([1, 2, 3].map(async () => await run('alerts')));
		const alerts = runs.flatMap(({ outputs }) => outputs[0] ?? []);
		expect(alerts).toMatchObject([
			{ metric: 'newFollowers', value: 3, summary: expect.stringMatching(/^‼ 新增关注：/) },
		]);
		expect((await run('alerts')).outputs.flat()).toEqual([]);
	});

	it('tells of it once, wherever a run is killed', async () => {
		await history(3);
		const told: IDataObject[] = [];
		for (let step = 1; step <= 6; step++) {
			let count = 0;
			tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			told.push((await run('alerts')).outputs.flat()[0] ?? {});
			tables().beforeStep = () => undefined;
		}
		told.push((await run('alerts')).outputs.flat()[0] ?? {});
		expect(told.filter(({ metric }) => metric !== undefined)).toHaveLength(1);
	});

	it('makes a page of what was collected', async () => {
		await happen();
		const none = await run('page');
		expect(none.error?.message).toMatch(/No metrics have been collected yet/);
		await run('collect');
		const { outputs, error } = await run('page', NOON, { pageTitle: '日报' }, [{ query: 'x' }]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ query: 'x', to: '2026-11-23', html: expect.stringMatching(/^<!DOCTYPE html>/) },
		]);
		expect(outputs[0]?.[0]?.text).toEqual(expect.stringMatching(/./));
	});

	it('does nothing without items', async () => {
		for (const operation of ['alerts', 'collect', 'page']) {
			const { outputs, error } = await run(operation, NOON, {}, []);
			expect(error).toBeUndefined();
			expect(outputs.flat()).toEqual([]);
		}
	});
});
