import omit from 'lodash/omit';
import { addComment, seed } from '../../simulator/control';
import { MortalN8n } from '../lib/mortal';
import { pause, until } from '../lib/n8n';
import { useStore } from '../lib/onBothStores';

type Json = Record<string, unknown>;

const LIMIT = 180_000;
const MINUTE = 60_000;
/** Messages of a campaign that go out at the same moment. */
const TOGETHER = 5;
const PEOPLE = 20;
/** How many calls have reached WeChat when n8n is killed. */
const CALLS = [3, 11];
/** When n8n is killed after a run was asked for, in milliseconds: early, and in the middle. */
const MOMENTS = [120, 450];

const REPLY = '/cgi-bin/comment/reply/add';
const SEND = '/cgi-bin/message/custom/send';

describe('n8n is killed in the middle, and the run is made again', () => {
	let mortal: MortalN8n;
	beforeAll(async () => {
		mortal = await MortalN8n.start();
	}, LIMIT);
	const n8n = useStore('dataTables', async () => await Promise.resolve(mortal.client));
	afterAll(async () => {
		await mortal.end();
	}, LIMIT);

	const platform = () => n8n.simulator.platform;
	const callsTo = (path: string) =>
		platform().journal.filter((call) => call.path === path && call.errcode === 0);
	/** As if ten minutes had passed: longer than any call of a run that was killed could take. */
	const letTimePass = async () => {
		const at = new Date(Date.now() - 10 * MINUTE).toISOString();
		const rows = await n8n.rows('sent_log');
		for (const { key } of rows.filter(({ state }) => state === 'sending')) {
			await n8n.write('sent_log', { key: String(key), at });
		}
	};

	/** Begins a run and ends n8n as a power cut does. */
	async function breakOff(
		isTime: () => Promise<unknown>,
		node: string,
		parameters: Json,
		items?: Json[],
	) {
		const running = n8n.run(node, parameters, items).catch(() => undefined);
		await isTime();
		await mortal.dieAndRise();
		void running;
	}
	const afterCalls = (path: string, count: number) => {
		const before = callsTo(path).length;
		return async () =>
			await until('WeChat is called', async () =>
				callsTo(path).length >= before + count ? true : undefined,
			);
	};

	it.each(CALLS)(
		'answers each comment once, killed after %i answers',
		async (calls) => {
			const article = 2247490000 + calls;
			seed(platform(), { articles: [{ msgDataId: article, title: '一' }] });
			const watch = {
				operation: 'watchArticle',
				articlesFrom: 'entered',
				articles: String(article),
			};
			await n8n.run('weChatComments', watch);
			for (let number = 0; number < PEOPLE; number++) {
				addComment(platform(), {
					msgDataId: article,
					content: `很好${number}`,
					openId: `oC${number}`,
				});
			}
			const found = await n8n.run('weChatComments', { operation: 'getNew' });
			const items = found.outputs[0] ?? [];
			expect(items).toHaveLength(PEOPLE);
			const answer = { operation: 'reply', text: '感谢留言' };
			await breakOff(afterCalls(REPLY, calls), 'weChatComments', answer, items);
			await letTimePass();
			const { error } = await n8n.run('weChatComments', answer, items);
			expect(error).toBeUndefined();
			const answered = callsTo(REPLY)
				.map(({ body }) => body as Json)
				.filter(({ msg_data_id: id }) => Number(id) === article)
				.map(({ user_comment_id: id }) => Number(id));
			expect(answered.sort((one, other) => one - other)).toEqual(
				Array.from({ length: PEOPLE }, (_, number) => number + 1),
			);
		},
		LIMIT,
	);

	it.each(CALLS)(
		'writes to each of a campaign once at most, killed after %i messages',
		async (calls) => {
			const { state } = platform();
			const campaign = `back${calls}`;
			const people = Array.from({ length: PEOPLE }, (_, number) => `oM${calls}x${number}`);
			const recently = new Date(Date.now() - 60 * MINUTE).toISOString();
			// The first runs make the tables.
			await n8n.run('weChatCampaign', { operation: 'chooseAudience' });
			await n8n.run('weChatContacts', { resource: 'contact', operation: 'getMany' });
			await n8n.write('campaigns', {
				key: campaign,
				name: '好久不见',
				isActive: true,
				segments: '沉默',
				channels: '客服消息',
				text: '好久不见！',
				holdOutPercent: 0,
				quietFrom: '00:00',
				quietUntil: '00:00',
			});
			for (const openId of people) {
				state.addFollower(openId, { allowances: [{ left: 5, until: Number.POSITIVE_INFINITY }] });
				await n8n.write('contacts', {
					key: `contact:${openId}`,
					openId,
					isFollower: true,
					segment: 'dormant',
					lastContactAt: recently,
				});
			}
			await n8n.run('weChatCampaign', { operation: 'chooseAudience', campaign });
			const deliver = { operation: 'deliver', campaign };
			await breakOff(afterCalls(SEND, calls), 'weChatCampaign', deliver);
			for (let round = 0; round < 2; round++) {
				await letTimePass();
				await n8n.run('weChatCampaign', deliver);
			}
			const inboxes = people.map((openId) => state.followers.get(openId)?.inbox.length ?? 0);
			expect(Math.max(...inboxes)).toBe(1);
			// Of those that were under way only WeChat knows; they are said to be unknown, and are not repeated.
			const unsure = (await n8n.rows('sent_log')).filter(
				({ openId, state: fate }) => people.includes(String(openId)) && fate !== 'sent',
			);
			expect(unsure.length).toBeLessThanOrEqual(TOGETHER);
			const unread = people.filter((_, position) => inboxes[position] === 0);
			expect(unsure.map(({ openId }) => openId)).toEqual(expect.arrayContaining(unread));
		},
		LIMIT,
	);

	it.each(MOMENTS)(
		'draws the same winners, each once, killed after %i ms',
		async (moment) => {
			const activityId = `draw${moment}`;
			const activity = async (resource: string, operation: string, given: Json, items?: Json[]) => {
				const { now, ...parameters } = given;
				const all = { resource, operation, ...parameters, options: { now } };
				const { outputs, error } = await n8n.run('weChatActivity', all, items);
				expect(error).toBeUndefined();
				return outputs;
			};
			const [TUESDAY, END, AFTER] = [
				'2026-11-24T12:00:00+08:00',
				'2026-11-27T20:05:00+08:00',
				'2026-11-27T22:00:00+08:00',
			];
			// The first run makes the table of plans, with its examples.
			const open = { resource: 'activity', operation: 'open', activityId: 'none' };
			await n8n.run('weChatActivity', open);
			const plans = await n8n.rows('plans');
			const plan = omit(
				plans.find(({ key }) => key === 'weekly-draw'),
				['id', 'createdAt', 'updatedAt'],
			);
			await n8n.write('plans', { ...plan, key: activityId, organiser: '示例小店' });
			const [opened] = await activity('activity', 'open', { activityId, now: TUESDAY });
			expect(opened).toHaveLength(1);
			const people = Array.from({ length: 12 }, (_, number) => ({
				FromUserName: `oD${moment}x${number}`,
				MsgType: 'text',
				Content: '参加抽奖',
				CreateTime: Date.parse(TUESDAY) / 1_000,
				wechat: {
					kind: 'text',
					openId: `oD${moment}x${number}`,
					dedupeKey: `oD${moment}x${number}:1`,
				},
			}));
			await activity('lottery', 'enter', { now: TUESDAY }, people);
			await activity('activity', 'close', { activityId, now: END });
			const draw = { activityId, beacon: '3 8 6', now: AFTER };
			const { now, ...drawing } = draw;
			const parameters = { resource: 'lottery', operation: 'draw', ...drawing, options: { now } };
			await breakOff(async () => await pause(moment), 'weChatActivity', parameters);
			await activity('lottery', 'draw', draw);
			const won = (await n8n.rows('prizes_won')).filter(({ openId }) =>
				String(openId).startsWith(`oD${moment}x`),
			);
			expect(new Set(won.map(({ openId }) => openId)).size).toBe(won.length);
			expect(won).toHaveLength(10);
			const [[proof] = []] = await activity('lottery', 'getProof', { activityId, now: AFTER });
			expect(proof?.activity).toMatchObject({ isValid: true, differences: [] });
		},
		LIMIT,
	);

	it.each(MOMENTS)(
		'counts a quiz and gives its prize once, killed after %i ms',
		async (moment) => {
			const activityId = `quiz${moment}`;
			const openId = `oQ${moment}`;
			const items = ['答题', 'A', 'A', 'A'].map((Content, place) => ({
				FromUserName: openId,
				CreateTime: String(1_795_482_000 + place * 60),
				MsgType: 'text',
				Content,
				wechat: { kind: 'text', openId, dedupeKey: `${openId}:${place}` },
			}));
			const quiz = {
				resource: 'quiz',
				operation: 'handleMessage',
				activityId,
				questionsFrom: 'table',
				options: { shufflesQuestions: false, shufflesOptions: false },
			};
			await breakOff(async () => await pause(moment), 'weChatActivity', quiz, items);
			const { outputs, error } = await n8n.run('weChatActivity', quiz, items);
			expect(error).toBeUndefined();
			expect(outputs[0]).toHaveLength(items.length - 1);
			expect(outputs[1]).toHaveLength(1);
			const ledger = (await n8n.rows('activity_rows')).filter(
				(row) => row.activityId === activityId,
			);
			const keys = ledger.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			const sum = ledger.reduce((total, { points }) => total + Number(points ?? 0), 0);
			expect(sum).toBe(1);
		},
		LIMIT,
	);
});
