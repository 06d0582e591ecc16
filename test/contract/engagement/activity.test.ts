import { Expression, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { RESOURCES } from '../../../nodes/WeChatActivity/operations';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';
import { loadPackage } from '../../harness/nodeTypes';

const NOW = '2026-11-24T09:00:00+08:00';
const A = 'autumn';

interface Given {
	resource: string;
	operation: string;
	items: IDataObject[];
	/** Rows of the second input; it is not connected when they are left out. */
	rows?: IDataObject[];
	parameters?: INodeParameters;
	onError?: NodeSpec['onError'];
}

async function activity({ resource, operation, items, rows, parameters = {}, onError }: Given) {
	const { options, ...rest } = parameters;
	const node = toNode({
		name: 'Subject',
		type: 'weChatActivity',
		parameters: {
			resource,
			operation,
			keepRecordsIn: 'items',
			activityId: A,
			...rest,
			options: { now: NOW, ...(options as INodeParameters) },
		},
		onError,
	});
	const toItems = (list: IDataObject[]) => list.map((json) => ({ json }));
	const { run, error } = await runWorkflow([node], toItems(items), await testCredentials({}), {
		moreInputs: rows ? [toItems(rows)] : [],
	});
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	const [results = [], toStore = []] = main.map((list) => list ?? []);
	return {
		error,
		results,
		/** `activity` of each result. */
		answers: results.map(({ json }) => json.activity as IDataObject),
		toStore: toStore.map(({ json }) => json),
		pairs: toStore.map(({ pairedItem }) => pairedItem),
	};
}

const message = (key: string, time: string, text = '', openId = 'oA'): IDataObject => ({
	FromUserName: openId,
	CreateTime: String(Date.parse(`${time.replace(' ', 'T')}:00+08:00`) / 1_000),
	MsgType: 'text',
	Content: text,
	wechat: { kind: 'text', openId, dedupeKey: `${openId}:${key}`, receivedAt: NOW },
});

const questions = JSON.stringify([
	{ id: 'q1', question: '首都？', options: '北京|上海', answer: 'A', points: 2 },
	{ id: 'q2', question: '1+1=?', options: '一|二', answer: '二', points: 3 },
]);
const quiz = {
	questionsFrom: 'json',
	questions,
	options: { shufflesQuestions: false, shufflesOptions: false },
};
const prizes = {
	prizesFrom: 'fields',
	prizesDefined: { entry: [{ name: '咖啡杯', quantity: 2 }] },
};

describe('the description', () => {
	it('lists resources and operations by name, with unique actions', () => {
		const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b, 'en'));
		const names = RESOURCES.map(({ option }) => option.name);
		expect(names).toEqual(sorted(names));
		const actions = RESOURCES.flatMap(({ operations }) => {
			const own = operations.map(({ option }) => option.name);
			expect(own).toEqual(sorted(own));
			return operations.map(({ option }) => option.action);
		});
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('sorts what is optional, and can be used as a tool', async () => {
		const properties = RESOURCES.flatMap(({ operations }) =>
			operations.flatMap((operation) => operation.properties),
		);
		for (const { type, options = [] } of properties) {
			if (type !== 'collection') continue;
			const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));
			expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
		}
		const { nodeTypes } = await loadPackage();
		const { description } = nodeTypes.getByNameAndVersion(
			'n8n-nodes-wechat-engagement.weChatActivity',
		);
		expect(description).toMatchObject({ usableAsTool: true });
	});
});

describe('fault 1.6: a voice', () => {
	const handle = { resource: 'quiz', operation: 'handleMessage', parameters: quiz, rows: [] };
	const start = message('1', '2026-11-24 08:00', '答题');
	const voice = (key: string, fields: IDataObject) => ({
		...message(key, '2026-11-24 08:01'),
		MsgType: 'voice',
		Content: undefined,
		...fields,
	});

	it.each([{}, { Recognition: '' }])('that says nothing (%j) is no error', async (fields) => {
		const { error, results } = await activity({ ...handle, items: [start, voice('2', fields)] });
		expect(error).toBeUndefined();
		expect(results).toHaveLength(2);
	});

	it('says what was recognized, as a text would', async () => {
		const items = [start, voice('2', { Recognition: 'A' })];
		const { answers } = await activity({ ...handle, items });
		expect(answers[1]?.reply).toMatch(/^回答正确/);
	});
});

describe('check-in', () => {
	const record = { resource: 'checkIn', operation: 'record' };

	it('gives a reply, and a row with the columns of the table', async () => {
		const { results, toStore, pairs, error } = await activity({
			...record,
			items: [message('1', '2026-11-24 08:00'), message('2', '2026-11-24 08:30')],
			rows: [{}],
		});
		expect(error).toBeUndefined();
		expect(results[0]?.json.Content).toBe('');
		expect(results.map(({ json }) => json.activity)).toMatchObject([
			{
				activityId: A,
				openId: 'oA',
				status: 'checkedIn',
				reply: '签到成功，已连续签到 1 天，本次获得 1 积分，当前共 1 积分。',
				points: 1,
				balance: 1,
			},
			{ status: 'alreadyCheckedIn', points: 0, balance: 1 },
		]);
		expect(toStore).toEqual([
			{
				key: 'autumn|oA|2026-11-24',
				activityId: A,
				openId: 'oA',
				type: 'checkIn',
				points: 1,
				data: '{"day":"2026-11-24"}',
				at: '2026-11-24T00:00:00.000Z',
			},
		]);
		expect(pairs).toEqual([{ item: 0 }]);
	});

	it('continues a streak from the rows of the table, and says so in own words', async () => {
		const first = await activity({ ...record, items: [message('1', '2026-11-23 08:00')] });
		const { answers } = await activity({
			...record,
			items: [message('2', '2026-11-24 08:00')],
			rows: first.toStore,
			parameters: {
				rewards: { entry: [{ day: 2, points: 10, name: '贴纸' }] },
				replies: { checkedIn: '{streak} 天，{reward}' },
			},
		});
		expect(answers[0]).toMatchObject({ reply: '2 天，贴纸', points: 11, balance: 12 });
	});

	it('makes up a day, and tells the status', async () => {
		const rows = (await activity({ ...record, items: [message('1', '2026-11-22 08:00')] })).toStore;
		const made = await activity({
			resource: 'checkIn',
			operation: 'makeUp',
			items: [message('2', '2026-11-24 08:00')],
			rows,
			parameters: { day: '2026-11-23' },
		});
		expect(made.answers[0]).toMatchObject({ status: 'madeUp', day: '2026-11-23' });
		const status = await activity({
			resource: 'checkIn',
			operation: 'getStatus',
			items: [{ openId: 'oA' }],
			rows: [...rows, ...made.toStore],
		});
		expect(status.answers[0]).toMatchObject({ streak: 2, total: 2, makeUpsLeft: 2 });
		expect(status.toStore).toEqual([]);
	});

	it('continues from rows that come as JSON', async () => {
		const { toStore } = await activity({ ...record, items: [message('1', '2026-11-23 08:00')] });
		const { answers } = await activity({
			...record,
			items: [message('2', '2026-11-24 08:00')],
			parameters: { rowsFrom: 'json', rows: JSON.stringify(toStore) },
		});
		expect(answers[0]).toMatchObject({ streak: 2, balance: 2 });
	});

	it('takes 10,000 people in one run', async () => {
		const items = Array.from({ length: 10_000 }, (_, n) =>
			message('1', '2026-11-24 08:00', '签到', `o${n}`),
		);
		const { answers, toStore, error } = await activity({ ...record, items });
		expect(error).toBeUndefined();
		expect(answers).toHaveLength(10_000);
		expect(new Set(toStore.map(({ key }) => key)).size).toBe(10_000);
	});
});

describe('bad input', () => {
	it.each<[string, Omit<Given, 'items'> & { items?: IDataObject[] }, RegExp]>([
		[
			'an item without OpenID',
			{
				resource: 'checkIn',
				operation: 'record',
				items: [message('1', NOW.slice(0, 16)), { key: 'x' }],
			},
			/\[Item 2\] 'openId' is missing/,
		],
		[
			'an item without key',
			{
				resource: 'vote',
				operation: 'cast',
				items: [{ openId: 'oA' }],
				parameters: { choices: 'a\nb' },
			},
			/\[Item 1\] 'key' is missing/,
		],
		[
			'a date as text',
			{
				resource: 'lottery',
				operation: 'enter',
				items: [{ openId: 'oA', key: 'k', at: 'tomorrow' }],
			},
			/\[Item 1\] 'at' is not a time: "tomorrow"/,
		],
		[
			'negative points',
			{ resource: 'points', operation: 'add', parameters: { points: -5 } },
			/'Points' is not a whole number of at least 1/,
		],
		[
			'no activity',
			{ resource: 'checkIn', operation: 'record', parameters: { activityId: ' ' } },
			/'Activity ID' is empty/,
		],
		[
			'a reward with negative points',
			{
				resource: 'checkIn',
				operation: 'record',
				parameters: { rewards: { entry: [{ day: 1, points: -1 }] } },
			},
			/'Points' is not a whole number of at least 0/,
		],
		[
			'duplicate question IDs',
			{
				resource: 'quiz',
				operation: 'handleMessage',
				parameters: {
					questionsFrom: 'json',
					questions: JSON.stringify([
						{ id: 'q', question: 'a', answer: 'b' },
						{ id: 'q', question: 'c', answer: 'd' },
					]),
				},
			},
			/\[Question 2\] 'id' is "q", as in an earlier question/,
		],
		[
			'a row of a question that is gone',
			{
				resource: 'quiz',
				operation: 'handleMessage',
				rows: [
					{
						key: 'k',
						activityId: A,
						openId: 'oA',
						type: 'quiz',
						points: 0,
						data: '{"act":"start","questions":["q9"]}',
						at: NOW,
					},
				],
				parameters: quiz,
			},
			/\[Row 'k'\] 'data' names the question "q9"/,
		],
		[
			'rows with a broken column',
			{ resource: 'points', operation: 'getBalance', rows: [{ key: 'k', type: 'points' }] },
			/\[Row 1\] 'activityId' is missing/,
		],
		[
			'a placeholder that does not exist',
			{
				resource: 'checkIn',
				operation: 'record',
				parameters: { replies: { checkedIn: '{pionts}' } },
			},
			/'Checked In' uses {pionts}/,
		],
		[
			'a poll of one choice',
			{ resource: 'vote', operation: 'cast', parameters: { choices: 'a' } },
			/'Choices' has 1 line/,
		],
		[
			'a draw without seed',
			{
				resource: 'lottery',
				operation: 'draw',
				parameters: { rowsFrom: 'input' },
				rows: [{}],
			},
			/'Secret' is empty, and the known rows hold none/,
		],
		[
			'a review of an unknown submission',
			{ resource: 'submission', operation: 'review', parameters: { submission: 'nope' } },
			/\[Item 1\] 'Submission' names no known submission/,
		],
		[
			'an option that is no number',
			{ resource: 'points', operation: 'add', parameters: { options: { expireAfterDays: -1 } } },
			/'Points Expire After Days' is not a whole number/,
		],
		[
			'a proof that is none',
			{ resource: 'lottery', operation: 'verify', parameters: { proof: '{"version":"x"}' } },
			/\[Item 1, Proof\] 'activityId' is missing/,
		],
	])('%s is told with field and item', async (_, given, expected) => {
		const { error } = await activity({ items: [message('1', '2026-11-24 08:00')], ...given });
		expect(error?.message).toMatch(expected);
		expect(error?.description).toBeTruthy();
	});

	it('becomes an item of the first output with Continue On Fail', async () => {
		const { results, toStore } = await activity({
			resource: 'checkIn',
			operation: 'record',
			items: [{ key: 'x' }, message('1', '2026-11-24 08:00')],
			onError: 'continueRegularOutput',
		});
		expect(results[0]?.json.error).toMatch(/'openId' is missing/);
		expect(results[1]?.json.activity).toMatchObject({ status: 'checkedIn' });
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(toStore).toHaveLength(1);
	});
});

describe('quiz', () => {
	const handle = { resource: 'quiz', operation: 'handleMessage', parameters: quiz };

	it('is played message by message through the table, and ranked', async () => {
		const table: IDataObject[] = [];
		const replies: unknown[] = [];
		for (const [n, text] of ['答题', 'a', '②'].entries()) {
			const items = [message(`${n}`, `2026-11-24 08:0${n}`, text)];
			const { answers, toStore } = await activity({ ...handle, items, rows: table });
			replies.push(answers[0]?.reply);
			table.push(...toStore);
		}
		expect(replies).toEqual([
			'答题开始，共 2 题。\n\n第 1/2 题\n首都？\nA. 北京\nB. 上海',
			'回答正确，+2 分。\n\n第 2/2 题\n1+1=?\nA. 一\nB. 二',
			'回答正确，+3 分。\n\n答题结束！您答对 2/2 题，得 5 分，用时 120 秒。',
		]);
		const again = await activity({
			...handle,
			items: [message('1', '2026-11-24 08:01', 'a')],
			rows: table,
		});
		expect(again.toStore).toEqual([]);
		const { answers } = await activity({
			resource: 'quiz',
			operation: 'getResult',
			items: table,
			parameters: quiz,
		});
		expect(answers).toMatchObject([
			{ status: 'result', finished: 1, ranking: [{ rank: 1, score: 5 }] },
		]);
		const board = await activity({ resource: 'leaderboard', operation: 'build', items: table });
		expect(board.answers[0]).toMatchObject({ reply: '1. o***  5 分', participants: 1 });
		expect(board.results[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('tells which messages are for others', async () => {
		const { answers, toStore } = await activity({
			...handle,
			items: [message('1', '2026-11-24 08:00', '有什么优惠')],
		});
		expect(answers[0]).toMatchObject({ handled: false, status: 'notStarted', reply: '' });
		expect(toStore).toEqual([]);
	});
});

describe('lottery', () => {
	const committed = async () =>
		await activity({ resource: 'lottery', operation: 'commit', items: [{}] });

	it('commits to a random seed that only the rows hold', async () => {
		const [first, second] = [await committed(), await committed()];
		expect(first.toStore.map(({ type }) => type)).toEqual(['commitment', 'seed']);
		const { seed } = JSON.parse(String(first.toStore[1]?.data)) as { seed: string };
		expect(seed).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(first.results)).not.toContain(seed);
		expect(first.answers[0]?.commitment).not.toBe(second.answers[0]?.commitment);
		const again = await activity({
			resource: 'lottery',
			operation: 'commit',
			items: [{}],
			rows: first.toStore,
		});
		expect(again.answers[0]).toMatchObject({ status: 'alreadyCommitted' });
		expect(again.toStore).toEqual([]);
	});

	it('enters, draws and can be verified from what was published', async () => {
		const commitment = await committed();
		const items = Array.from({ length: 50 }, (_, n) =>
			message('1', '2026-11-24 08:00', '抽奖', `oUser${n}x`),
		);
		const entered = await activity({ resource: 'lottery', operation: 'enter', items });
		const closed = await activity({
			resource: 'lottery',
			operation: 'close',
			items: [...commitment.toStore, ...entered.toStore],
			parameters: {
				...prizes,
				beaconName: '福彩3D 2026-11-24',
				beaconAt: '2026-11-24 21:15',
				options: { reserves: 1, now: '2026-11-24 20:00' },
			},
		});
		expect(closed.error).toBeUndefined();
		expect(closed.answers[0]).toMatchObject({ status: 'closed', entryCount: 50 });
		expect(JSON.stringify(closed.results)).not.toMatch(/oUser/);
		const drawn = await activity({
			resource: 'lottery',
			operation: 'draw',
			items: [...commitment.toStore, ...entered.toStore, ...closed.toStore],
			parameters: { beacon: '3 8 6', options: { now: '2026-11-24 21:30' } },
		});
		expect(drawn.error).toBeUndefined();
		expect(drawn.answers[0]).toMatchObject({ status: 'drawn', entryCount: 50, winnerCount: 2 });
		expect(drawn.toStore.map(({ type }) => type)).toEqual(['win', 'win', 'reserve', 'proof']);
		const proof = drawn.answers[0]?.proof as IDataObject;
		const closingDigest = String(closed.answers[0]?.closingDigest);
		const check = async (published: IDataObject, more: INodeParameters = { closingDigest }) =>
			await activity({
				resource: 'lottery',
				operation: 'verify',
				items: [{}],
				parameters: {
					proof: JSON.stringify(published),
					commitment: String(commitment.answers[0]?.commitment),
					...more,
				},
			});
		expect((await check(proof)).answers[0]).toMatchObject({
			status: 'valid',
			isValid: true,
			differences: [],
		});
		// Without what was published at closing nothing shows that the list is the one of then.
		expect((await check(proof, {})).answers[0]).toMatchObject({
			status: 'consistent',
			isValid: false,
			differences: [],
		});
		const forged = await check({ ...proof, beacon: 'other' });
		expect(forged.answers[0]).toMatchObject({ isValid: false, status: 'different' });
	});

	it('cuts tickets, and picks one that is claimed by key and version', async () => {
		const { toStore: tickets, answers } = await activity({
			resource: 'lottery',
			operation: 'cutTickets',
			items: [{}],
			parameters: { ...prizes, blanks: 8, seed: 'secret' },
		});
		expect(answers[0]).toMatchObject({ ticketCount: 10, odds: [{ prize: '咖啡杯', odds: 0.2 }] });
		const pick = { resource: 'lottery', operation: 'pickTicket', rows: tickets };
		const items = Array.from({ length: 12 }, (_, n) =>
			message('1', '2026-11-24 08:00', '抽奖', `o${n}`),
		);
		const picked = await activity({ ...pick, items });
		expect(picked.answers.map(({ status }) => status)).toEqual([
			...Array<string>(10).fill('pick'),
			'soldOut',
			'soldOut',
		]);
		expect(picked.toStore).toHaveLength(10);
		expect(picked.toStore[0]).toMatchObject({
			state: 'claimed',
			openId: 'o0',
			claimKey: 'o0:1',
			version: 1,
		});
		expect(picked.answers.filter(({ isWin }) => isWin)).toHaveLength(2);
		const again = await activity({ ...pick, items: items.slice(0, 1), rows: picked.toStore });
		expect(again.answers[0]).toMatchObject({
			status: 'alreadyClaimed',
			reply: picked.answers[0]?.reply,
		});
	});
});

describe('the other games', () => {
	it('keeps a ledger with tiers', async () => {
		const added = await activity({
			resource: 'points',
			operation: 'add',
			items: [message('1', '2026-11-24 08:00')],
			parameters: { points: 60, tiers: { entry: [{ name: '进阶奖', minPoints: 50 }] } },
		});
		expect(added.answers[0]).toMatchObject({ status: 'added', balance: 60, tier: '进阶奖' });
		const spent = await activity({
			resource: 'points',
			operation: 'spend',
			items: [message('2', '2026-11-24 08:10')],
			rows: added.toStore,
			parameters: { points: 70 },
		});
		expect(spent.answers[0]).toMatchObject({
			status: 'insufficient',
			reply: '积分不足：需要 70 积分，当前只有 60 积分。',
		});
		const reversed = await activity({
			resource: 'points',
			operation: 'reverse',
			items: [message('3', '2026-11-24 08:20')],
			rows: added.toStore,
			parameters: { rowKey: String(added.toStore[0]?.key) },
		});
		expect(reversed.answers[0]).toMatchObject({ status: 'reversed', balance: 0 });
	});

	it('votes, and hides the result until the end', async () => {
		const poll = { choices: '春\n夏', options: { endsAt: '2026-11-25 00:00' } };
		const voted = await activity({
			resource: 'vote',
			operation: 'cast',
			items: [message('1', '2026-11-24 08:00', '夏'), message('2', '2026-11-24 08:00', '冬', 'oB')],
			parameters: poll,
		});
		expect(voted.answers).toMatchObject([
			{ status: 'voted', handled: true },
			{ status: 'notAChoice', handled: false },
		]);
		const result = async (now: string) =>
			await activity({
				resource: 'vote',
				operation: 'getResult',
				items: voted.toStore,
				parameters: { ...poll, options: { ...poll.options, now } },
			});
		expect((await result(NOW)).answers[0]).toEqual({
			activityId: A,
			status: 'hidden',
			reply: '已有 1 人投票，结果将在投票结束后公布。',
			voters: 1,
		});
		expect((await result('2026-11-25 00:00')).answers[0]).toMatchObject({
			status: 'final',
			votes: 1,
		});
	});

	it('evaluates its options once, however many rows it looks at', async () => {
		const rows = Array.from({ length: 50 }, (_, position) => ({
			key: `k${position}`,
			openId: `o${position}`,
			activityId: A,
			type: 'vote',
			at: NOW,
			detail: '{"choices":[0]}',
		}));
		const evaluated = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		try {
			await activity({
				resource: 'vote',
				operation: 'getResult',
				items: rows,
				parameters: {
					choices: '龙井\n普洱',
					rowsFrom: 'firstInput',
					options: { now: `={{ '${NOW}' }}` },
				},
			});
			const times = evaluated.mock.calls.filter(([value]) => String(value).includes(NOW));
			expect(times).toHaveLength(1);
		} finally {
			evaluated.mockRestore();
		}
	});

	it('takes submissions, reviews and scores them', async () => {
		const picture: IDataObject = {
			...message('1', '2026-11-24 08:00'),
			MediaId: 'm1',
			PicUrl: 'http://x/1',
		};
		const { toStore: rows, answers } = await activity({
			resource: 'submission',
			operation: 'submit',
			items: [{ ...picture, wechat: { ...(picture.wechat as IDataObject), kind: 'image' } }],
		});
		expect(answers[0]).toMatchObject({ status: 'received', number: 1 });
		expect(JSON.parse(String(rows[0]?.data))).toMatchObject({ kind: 'image', mediaId: 'm1' });
		const submission = String(rows[0]?.key);
		const reviewed = await activity({
			resource: 'submission',
			operation: 'review',
			items: [{ key: 'r1' }],
			rows,
			parameters: {
				submission,
				decision: 'approve',
				note: '很棒！',
				options: { pointsPerApproval: 10 },
			},
		});
		expect(reviewed.answers[0]).toMatchObject({
			status: 'approved',
			openId: 'oA',
			reply: '您的作品已通过评审，获得 10 积分。很棒！',
		});
		const scored = await activity({
			resource: 'submission',
			operation: 'score',
			items: [{ key: 's1' }],
			rows,
			parameters: {
				submission,
				judge: '李编辑',
				rubric: { entry: [{ name: '创意', max: 10, weight: 1 }] },
				scores: '{"创意": 8}',
			},
		});
		expect(scored.answers[0]).toMatchObject({ score: 80, judges: 1 });
	});

	it('checks an activity before it starts', async () => {
		const { answers } = await activity({
			resource: 'compliance',
			operation: 'check',
			items: [{}],
			parameters: { kind: 'lottery', text: '关注并转发朋友圈，即可抽奖！', ...prizes },
		});
		expect(answers[0]).toMatchObject({ status: 'blocked', canStart: false });
		const ids = (answers[0]?.findings as IDataObject[]).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['induced-sharing', 'organiser-missing']));
	});
});
