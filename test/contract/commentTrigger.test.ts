import { dayOf, startOfDay } from '../../nodes/shared/calendar/days';
import { useAccount } from '../harness/account';
import { PolledTrigger } from '../harness/triggers';
import { addComment, seed } from '../simulator/control';

const ONE = 2247490098;
const TWO = 2247490099;
const LIST = '/cgi-bin/comment/list';
const ARTICLES = '/datacube/getarticletotaldetail';
const HOUR_MS = 3_600_000;
const realNow = Date.now;

describe('the comment trigger', () => {
	const account = useAccount();
	const watching = (parameters: object) =>
		new PolledTrigger(
			{ name: 'Comments', type: 'weChatCommentTrigger', parameters: parameters as never },
			account.credentials,
		);
	const recent = (parameters = {}) => watching({ watch: 'recent', days: 3, ...parameters });
	const chosen = (articles: string, options = {}) =>
		watching({ watch: 'chosen', articles, options });
	const comment = (content: string, msgDataId = ONE, ageSeconds = 0) =>
		addComment(account.simulator.platform, { msgDataId, content, ageSeconds });
	const contents = async (trigger: PolledTrigger) =>
		(await trigger.poll()).map(({ json }) => json.content);
	const fault = (what: object) => account.simulator.platform.faults.add(what);

	beforeEach(() => {
		seed(account.simulator.platform, {
			articles: [
				{ msgDataId: ONE, title: '一' },
				{ msgDataId: TWO, title: '二', daysAgo: 2 },
			],
		});
	});

	it('starts from now, or from the beginning when asked to', async () => {
		comment('旧', ONE, 3_600);
		const fresh = recent();
		expect(await contents(fresh)).toEqual([]);
		expect(await contents(recent({ options: { emitExisting: true } }))).toEqual(['旧']);
		comment('新');
		expect(await contents(fresh)).toEqual(['新']);
		expect(await contents(fresh)).toEqual([]);
	});

	it('tells all that a person needs to answer', async () => {
		const trigger = recent();
		await trigger.poll();
		const { reply } = Object.assign(comment('好'), {
			reply: { content: '谢谢', createTime: 1_700_000_000 },
		});
		const [item] = await trigger.poll();
		expect(item?.json).toEqual({
			userCommentId: '1',
			msgDataId: String(ONE),
			index: 0,
			openId: null,
			content: '好',
			createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
			ageMinutes: 0,
			articleTitle: '一',
			articleUrl: expect.stringContaining(`mid=${ONE}`),
			isElected: false,
			isReplied: true,
			reply: { content: reply.content, createdAt: '2023-11-14T22:13:20.000Z' },
		});
	});

	it('goes through all pages, oldest comment first', async () => {
		const trigger = chosen(String(ONE));
		await trigger.poll();
		for (let number = 0; number < 130; number++) comment(String(number));
		const found = await contents(trigger);
		expect(found.length).toBe(130);
		expect(new Set(found).size).toBe(130);
		expect(await contents(trigger)).toEqual([]);
	});

	it('loses and doubles nothing when a scan breaks off half-way', async () => {
		const trigger = chosen(String(ONE));
		await trigger.poll();
		for (let number = 0; number < 120; number++) comment(String(number));
		fault({ path: LIST, after: 1, errcode: 50002 });
		const first = await contents(trigger);
		expect(first.length).toBe(49);
		comment('zuletzt');
		const second = await contents(trigger);
		expect(new Set([...first, ...second]).size).toBe(121);
		expect(first.length + second.length).toBe(121);
	});

	it('tries an article again that could not be read, without holding the others back', async () => {
		const trigger = chosen(`${ONE}, ${TWO}`);
		await trigger.poll();
		comment('甲', ONE);
		comment('乙', TWO);
		fault({ path: LIST, errcode: 50002 });
		const first = await contents(trigger);
		expect(first).toHaveLength(1);
		expect([...first, ...(await contents(trigger))].sort()).toEqual(['乙', '甲'].sort());
	});

	it('fails the poll when nothing at all could be read', async () => {
		account.state.account.hasComments = false;
		await expect(chosen(String(ONE)).poll()).rejects.toThrow(/88000/);
	});

	it('pauses until midnight in Shanghai when the quota is used up, and loses nothing', async () => {
		const trigger = chosen(String(ONE));
		await trigger.poll();
		comment('新');
		fault({ path: LIST, errcode: 45009 });
		expect(await contents(trigger)).toEqual([]);
		const before = account.calls(LIST).length;
		expect(await contents(trigger)).toEqual([]);
		expect(account.calls(LIST)).toHaveLength(before);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 24 * HOUR_MS);
		try {
			expect(await contents(trigger)).toEqual(['新']);
		} finally {
			clock.mockRestore();
		}
	});

	it('takes comments of an article that WeChat names a day late', async () => {
		const trigger = recent();
		await trigger.poll();
		seed(account.simulator.platform, { articles: [{ msgDataId: 2247490100, daysAgo: 0 }] });
		comment('当天', 2247490100);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 24 * HOUR_MS);
		try {
			expect(await contents(trigger)).toEqual(['当天']);
		} finally {
			clock.mockRestore();
		}
	});

	it('asks for the articles of a day once, not at every poll', async () => {
		const trigger = recent();
		await trigger.poll();
		const first = account.calls(ARTICLES).length;
		expect(first).toBe(3);
		await trigger.poll();
		await trigger.poll();
		expect(account.calls(ARTICLES)).toHaveLength(first);
	});

	it('asks one page when nothing has changed', async () => {
		for (let number = 0; number < 120; number++) comment(String(number), ONE, 7_200);
		const trigger = chosen(String(ONE));
		await trigger.poll();
		const first = account.calls(LIST).length;
		await trigger.poll();
		expect(account.calls(LIST)).toHaveLength(first + 1);
	});

	it('waits for statistics that are not ready (61503)', async () => {
		fault({ path: ARTICLES, times: 3, errcode: 61503 });
		expect(await contents(recent())).toEqual([]);
	});

	describe('fault 2.15: a day of the statistics that cannot be read', () => {
		const DAY_FAILS = { path: ARTICLES, errcode: 50002 };
		// From noon on: the days that are asked for are the same an hour later.
		const untilNoon = startOfDay(dayOf(realNow())) + 12 * HOUR_MS - realNow();
		const later = (milliseconds: number) =>
			jest.spyOn(Date, 'now').mockImplementation(() => realNow() + untilNoon + milliseconds);

		beforeEach(() => later(0));
		afterEach(() => jest.restoreAllMocks());

		it('is told once, does not hold the others back and is not asked for every minute', async () => {
			// The first of three days, asked for last; the articles are of the two others.
			fault({ ...DAY_FAILS, after: 2 });
			const trigger = recent();
			expect(await contents(trigger)).toEqual([]);
			comment('甲', ONE);
			comment('乙', TWO);
			expect((await contents(trigger)).sort()).toEqual(['乙', '甲'].sort());
			await trigger.poll();
			expect(account.calls(ARTICLES)).toHaveLength(3);
			expect(trigger.told.map(({ message }) => message)).toEqual([
				expect.stringMatching(
					/^The articles published on \d{4}-\d{2}-\d{2} could not be read: .*50002/,
				),
			]);
		});

		it('is tried again after ten minutes, alone, and not told again', async () => {
			fault({ ...DAY_FAILS, after: 1, times: 1 });
			const trigger = recent();
			await trigger.poll();
			fault(DAY_FAILS);
			later(11 * 60_000);
			await trigger.poll();
			expect(account.calls(ARTICLES)).toHaveLength(4);
			later(22 * 60_000);
			await trigger.poll();
			await trigger.poll();
			expect(account.calls(ARTICLES)).toHaveLength(5);
			expect(trigger.told).toHaveLength(1);
		});

		it('keeps the articles that are known of it', async () => {
			const trigger = recent();
			await trigger.poll();
			later(HOUR_MS + 60_000);
			fault(DAY_FAILS);
			await trigger.poll();
			comment('新', ONE);
			expect(await contents(trigger)).toEqual(['新']);
		});

		it('fails the poll when no day can be read, without asking for all of them', async () => {
			fault({ ...DAY_FAILS, times: 99 });
			await expect(recent({ days: 7 }).poll()).rejects.toThrow(/50002/);
			expect(account.calls(ARTICLES)).toHaveLength(3);
		});
	});

	it('skips articles without comments among the recent ones', async () => {
		const trigger = recent();
		await trigger.poll();
		comment('乙', TWO);
		fault({ path: LIST, errcode: 88001 });
		const found = [...(await contents(trigger)), ...(await contents(trigger))];
		expect(found).toEqual(['乙']);
	});

	it('shows real comments in the editor and leaves the cursor alone', async () => {
		comment('样例', ONE, 60);
		const trigger = recent();
		const sample = await trigger.poll('manual');
		expect(sample.map(({ json }) => json.content)).toEqual(['样例']);
		await trigger.poll();
		comment('新');
		await trigger.poll('manual');
		expect(await contents(trigger)).toEqual(['新']);
	});

	it('says what to do when there is nothing to show in the editor', async () => {
		await expect(recent().poll('manual')).rejects.toThrow('There is no comment to show yet');
	});

	it('says which field is empty or wrong', async () => {
		await expect(chosen(' ').poll()).rejects.toThrow("'Articles' is empty");
		await expect(chosen('https://mp.weixin.qq.com/s/AbC').poll()).rejects.toThrow(
			'short article URL',
		);
	});
});
