import { tablePrefix } from '../../../nodes/shared/records/account';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { metricsNode } from './node';

/** A Monday, and a day of the week before. */
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const TUESDAY = Date.parse('2026-11-17T12:00:00+08:00');
const SUNDAY_BEFORE = Date.parse('2026-11-15T12:00:00+08:00');

const button = (name: string) => ({ type: 'click', name, key: name });

describe('the report of taps on the menu', () => {
	const account = useAccount();
	const records = () =>
		dataTableRecords(dataTablesOf(account.credentials), tablePrefix(account.state.account.appId));

	let count = 0;
	const tap = async (eventKey: string, times: number, at = TUESDAY, kind = 'event.CLICK') => {
		const rows = Array.from({ length: times }, (_, person) => {
			count += 1;
			return { key: `tap:${count}`, openId: `o${person % 4}`, kind, at: at + count, eventKey };
		});
		await records().add(interactions, rows);
	};
	const report = async () => {
		const { outputs, error } = await metricsNode(account, 'reportMenu', MONDAY);
		expect(error).toBeUndefined();
		const [entries = [], [summary, ...more] = []] = outputs;
		expect(more).toEqual([]);
		return { entries, summary };
	};

	beforeEach(() => {
		account.state.menu = {
			button: [
				{ name: '服务', sub_button: ['会员权益', '营业时间', '退换货'].map(button) },
				{ type: 'view', name: '官网', url: 'https://example.com/' },
				button('人工'),
			],
		};
	});

	it('tells what was tapped in the last week, and what to move first', async () => {
		await tap('营业时间', 8);
		await tap('会员权益', 2);
		await tap('https://example.com/', 3, TUESDAY, 'event.VIEW');
		await tap('新年活动', 1);
		await tap('人工', 50, SUNDAY_BEFORE);
		await tap('人工', 50, MONDAY);
		await records().add(interactions, [{ key: 'm', openId: 'oX', kind: 'text', at: TUESDAY }]);
		const { entries, summary } = await report();
		expect(entries.map(({ name, taps, people }) => [name, taps, people])).toEqual([
			['营业时间', 8, 4],
			['官网', 3, 3],
			['会员权益', 2, 2],
			['退换货', 0, 0],
			['人工', 0, 0],
			['新年活动', 1, 1],
		]);
		expect(summary).toMatchObject({ total: 14, clickRate: 0.8, target: 0.18 });
		expect(summary?.moves).toEqual([{ entry: '营业时间', under: '服务', before: '会员权益' }]);
		expect(summary?.summary).toBe(
			[
				'上周菜单点击（2026-11-16 至 2026-11-22）',
				'点击率 80%，目标 18%',
				'1. 服务 › 营业时间：8 次，4 人，占 57.1%',
				'2. 官网：3 次，3 人，占 21.4%',
				'3. 服务 › 会员权益：2 次，2 人，占 14.3%',
				'4. 新年活动：1 次，1 人，占 7.1%',
				'建议先调整：',
				'· 把“营业时间”移到“服务”的第一个：8 次，现在排第 2，第一个“会员权益”只有 2 次',
				'没有人点：退换货、人工，可以换成别的内容。',
			].join('\n'),
		);
	});

	it('moves nothing for a few taps, or where the first one is tapped nearly as often', async () => {
		await tap('营业时间', 4);
		expect((await report()).summary?.moves).toEqual([]);
		await tap('营业时间', 6);
		await tap('会员权益', 8);
		expect((await report()).summary?.moves).toEqual([]);
	});

	it('says that nobody tapped', async () => {
		const { summary } = await report();
		expect(summary?.summary).toMatch(/没有人点菜单。$/);
		expect(summary?.clickRate).toBeNull();
	});
});
