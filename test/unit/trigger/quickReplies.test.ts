import type { INodeExecutionData } from 'n8n-workflow';
import { quickRepliesOf } from '../../../nodes/WeChatOfficialAccountTrigger/quickReplies/list';
import { Recordings } from '../../../nodes/WeChatOfficialAccountTrigger/quickReplies/recordings';

const listOf = (...reply: object[]) => quickRepliesOf({ quickReplies: { reply } as never });

describe('the rows of Quick Replies', () => {
	const { find } = listOf(
		{ match: 'equals', words: '地址，怎么去', text: '地址' },
		{ match: 'startsWith', words: '查询', text: '查询' },
		{ match: 'contains', words: 'WiFi\n无线', text: '密码' },
	);
	const answerTo = (text: string) => {
		const reply = find(text)?.reply;
		return reply?.type === 'text' ? reply.content : undefined;
	};

	it.each([
		['地址', '地址'],
		['「地址」！', '地址'],
		['麻烦怎么去呀', '地址'],
		['地 址', '地址'],
		['查詢：快递 123', '查询'],
		['你们的ｗｉｆｉ密码是多少', '密码'],
		['無線密碼', '密码'],
	])('%s gets %s', (text, answer) => {
		expect(answerTo(text)).toBe(answer);
	});

	it.each(['地址错了', '请问怎么去最快', '不想查询', '我要退货', '👍', ''])(
		'%s gets none',
		(text) => {
			expect(answerTo(text)).toBeUndefined();
		},
	);

	it('go by their order, whatever kind of comparison comes first', () => {
		const [one, other] = [
			{ match: 'contains', words: '价', text: '一' },
			{ match: 'equals', words: '价格', text: '二' },
		];
		expect(listOf(one, other).find('价格')).toMatchObject({ match: 'contains' });
		expect(listOf(other, one).find('价格')).toMatchObject({ match: 'equals' });
	});

	it.each([
		[{ match: 'equals', words: ' ， ', text: '好' }, "row 1: 'Words' is empty"],
		[{ match: 'equals', words: '价格', text: '' }, "row 1: 'Text' is empty"],
		[
			{ match: 'anyOther', text: '长'.repeat(700) },
			"row 1: 'Text' has 2100 bytes; WeChat accepts 2048",
		],
		[{ match: 'anyOther', text: '={{ $json.Content }}' }, 'row 1: A value begins with ='],
		[{ match: 'anyOther', replyType: 'image', mediaId: ' ' }, "row 1: 'Media ID' is empty"],
		[
			{ match: 'anyOther', replyType: 'news', title: '茶', url: '' },
			'row 1: An article needs a title and a URL',
		],
		[{ match: '={{ 1 }}', words: '价格', text: '好' }, "row 1: 'When the Text' has no option"],
	])('fault of %j is told', (row, problem) => {
		const { problems, replies } = listOf(row);
		expect(problems).toEqual([
			{ problem: expect.stringContaining(problem), advice: expect.stringMatching(/\S/) },
		]);
		expect(replies).toEqual([]);
	});

	it('have one for any other text, which leaves wishes about messages alone', () => {
		const row = { match: 'anyOther', text: '您好' };
		expect(listOf(row, row).problems).toHaveLength(1);
		const { other } = listOf(row);
		expect(other('在吗')).toBeDefined();
		for (const text of ['TD', '别再给我发消息了', '恢复接收']) expect(other(text)).toBeUndefined();
	});

	it('are none where the parameter is empty', () => {
		for (const parameters of [{}, { quickReplies: {} }, { quickReplies: { reply: [] } }]) {
			expect(quickRepliesOf(parameters)).toMatchObject({ replies: [], problems: [] });
		}
	});
});

describe('what was answered and waits to be recorded', () => {
	const item = (n: number): INodeExecutionData => ({ json: { n } });
	const held: Array<() => void> = [];
	const recordings = new Recordings(
		async () => await new Promise((resolve) => held.push(() => resolve())),
	);
	/** Lets the time of all pass that have begun to wait. */
	const later = () => held.splice(0).forEach((pass) => pass());

	it('is handed over by the request of the first, when the time is over', async () => {
		const first = recordings.add('a', item(1));
		expect(recordings.add('a', item(2))).toBeUndefined();
		const elsewhere = recordings.add('b', item(3));
		later();
		expect(await first).toEqual([item(1), item(2)]);
		expect(await elsewhere).toEqual([item(3)]);
	});

	it('is handed over earlier with the next run; an old timer does not end a new batch', async () => {
		const first = recordings.add('a', item(1));
		recordings.handOver('a');
		expect(await first).toEqual([item(1)]);
		const second = recordings.add('a', item(2));
		const [old] = held.splice(0, 1);
		old?.();
		await Promise.resolve();
		expect(recordings.add('a', item(3))).toBeUndefined();
		later();
		expect(await second).toEqual([item(2), item(3)]);
		expect(() => recordings.handOver('a')).not.toThrow();
	});

	it('does not become a run without end', async () => {
		const first = recordings.add('a', item(0));
		for (let n = 1; n < 100; n++) recordings.add('a', item(n));
		expect(await first).toHaveLength(100);
	});
});
