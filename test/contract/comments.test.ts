import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';
import { addComment, seed } from '../simulator/control';

const MSG_DATA_ID = 2247490098;
const article = { article: { __rl: true, mode: 'id', value: String(MSG_DATA_ID) } };
const byUrl = {
	article: {
		__rl: true,
		mode: 'url',
		value: `https://mp.weixin.qq.com/s?__biz=MzA3&mid=${MSG_DATA_ID}&idx=2&sn=ab`,
	},
};

describe('Comment', () => {
	const account = useAccount();
	const run = async (operation: string, parameters: object, items: object[] = [{}]) =>
		await runAction('comment', operation, parameters as never, items as never, account.credentials);
	const comment = (content = '好文', index = 0) =>
		addComment(account.simulator.platform, {
			msgDataId: MSG_DATA_ID,
			index,
			content,
			openId: 'oA',
		});

	beforeEach(() => {
		seed(account.simulator.platform, {
			articles: [{ msgDataId: MSG_DATA_ID }, { msgDataId: MSG_DATA_ID, index: 1 }],
		});
	});

	it('replies, elects and takes both back', async () => {
		const { id } = comment();
		const target = { ...article, userCommentId: String(id) };
		const replied = await run('reply', { ...target, content: '谢谢' });
		expect(replied.items[0]?.json).toEqual({
			msgDataId: String(MSG_DATA_ID),
			index: 0,
			userCommentId: '1',
			isReplied: true,
			reply: '谢谢',
		});
		expect((await run('elect', target)).items[0]?.json.isElected).toBe(true);
		expect(account.state.articles[0]?.comments[0]).toMatchObject({ isElected: true });
		expect((await run('unelect', target)).items[0]?.json.isElected).toBe(false);
		expect((await run('deleteReply', target)).items[0]?.json).toEqual({ deleted: true });
		expect(account.state.articles[0]?.comments[0]?.reply).toBeUndefined();
		expect((await run('delete', target)).items[0]?.json).toEqual({ deleted: true });
		expect(account.state.articles[0]?.comments).toEqual([]);
	});

	it('opens and closes the comments of the article of a pasted URL', async () => {
		const closed = await run('close', byUrl);
		expect(closed.items[0]?.json).toMatchObject({ index: 1, isOpen: false });
		expect(account.state.articles[1]?.isCommentable).toBe(false);
		await run('open', byUrl);
		expect(account.state.articles[1]?.isCommentable).toBe(true);
		expect(account.state.articles[0]?.isCommentable).toBe(true);
	});

	it('reads 120 comments in pages of 49', async () => {
		for (let number = 0; number < 120; number++) comment(`第${number}条`);
		const result = await run('getMany', { ...article, returnAll: true });
		expect(result.items).toHaveLength(120);
		const counts = account
			.calls('/cgi-bin/comment/list')
			.map(({ body }) => (body as { count: number }).count);
		expect(counts).toEqual([49, 49, 49]);
		expect(result.items.at(-1)?.json).toMatchObject({
			userCommentId: '1',
			content: '第0条',
			openId: 'oA',
			isReplied: false,
			reply: null,
		});
	});

	it('gives the latest ones first, in whatever order WeChat lists them', async () => {
		const times = [300, 100, 500, 200, 500];
		times.forEach((seconds) => {
			comment(`第${seconds}秒`).createTime = 1_700_000_000 + seconds;
		});
		const ids = async (changes = {}) =>
			(await run('getMany', { ...article, returnAll: true, ...changes })).items.map(
				({ json }) => json.userCommentId,
			);
		expect(await ids()).toEqual(['5', '3', '1', '4', '2']);
		expect(await ids({ returnAll: false, limit: 2 })).toEqual(['5', '3']);
	});

	it('asks for no more than wanted, and for elected ones alone', async () => {
		comment('普通');
		comment('精选').isElected = true;
		const first = { ...article, returnAll: false, limit: 1, order: 'asListed' };
		expect((await run('getMany', first)).items).toHaveLength(1);
		expect(account.calls('/cgi-bin/comment/list')[0]?.body).toMatchObject({ count: 1 });
		const elected = await run('getMany', { ...article, returnAll: true, filter: 'elected' });
		expect(elected.items.map(({ json }) => json.content)).toEqual(['精选']);
		const raw = await run('getMany', { ...article, returnAll: true, simplify: false });
		expect(raw.items[0]?.json).toMatchObject({ user_comment_id: 2, comment_type: 1 });
	});

	it.each([
		['a second reply', 88005, 'reply', { content: '再谢' }],
		['a comment that is not there', 88008, 'elect', { userCommentId: '99' }],
		['an article that is not there', 88001, 'open', { article: { mode: 'id', value: '99999' } }],
	])('explains %s (%i)', async (_what, errcode, operation, changes) => {
		const { id } = comment();
		const target = { ...article, userCommentId: String(id) };
		await run('reply', { ...target, content: '谢谢' });
		const result = await run(operation, { ...target, ...changes });
		expect(result.error?.message).toContain(String(errcode));
		expect(result.error?.description?.length).toBeGreaterThan(20);
	});

	it('explains a short URL without a call', async () => {
		const short = { article: { mode: 'url', value: 'https://mp.weixin.qq.com/s/AbCdEf' } };
		const result = await run('open', short);
		expect(result.error?.message).toBe('A short article URL does not tell which article it is');
		expect(account.calls()).toHaveLength(0);
	});
});
