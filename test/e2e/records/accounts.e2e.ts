import { seed } from '../../simulator/control';
import { push } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import { CREDENTIAL, credentialData, flow } from '../lib/flow';
import { trigger } from '../lib/nodes';
import { newAppId, onBothStores } from '../lib/onBothStores';
import { startPlatform } from '../lib/platform';

type Json = Record<string, unknown>;

/** What WeChat gives a follower is another text for each account; here it is the same on purpose. */
const OPEN_ID = 'oSamePerson_0123456789abcdef';
const TUESDAY = '2026-11-24T12:00:00+08:00';
const LIMIT = 120_000;

onBothStores('two accounts on one n8n', (n8n) => {
	interface Account {
		appId: string;
		simulator: Simulator;
		credentialId: string;
	}
	let one: Account;
	let other: Account;

	beforeAll(async () => {
		const simulator = await startPlatform();
		const appId = newAppId();
		simulator.platform.state.account.appId = appId;
		const data = credentialData(simulator);
		const credentialId = await n8n.client.addCredential(CREDENTIAL, 'Second account', data);
		other = { appId, simulator, credentialId };
		const first = n8n.credentials[CREDENTIAL] ?? '';
		one = { appId: n8n.appId, simulator: n8n.simulator, credentialId: first };
	}, LIMIT);

	afterAll(async () => {
		await other.simulator.close();
	});

	const postgres = () => (n8n.store === 'postgres' ? { postgres: { name: 'Records' } } : {});

	/** An item as the trigger of an account gives it. */
	const item = ({ appId }: Account, key: string, more: Json = {}): Json => ({
		FromUserName: OPEN_ID,
		MsgType: 'text',
		CreateTime: Date.parse(TUESDAY) / 1_000,
		wechat: { kind: 'text', openId: OPEN_ID, appId, dedupeKey: `${OPEN_ID}:${key}` },
		...more,
	});

	/** Runs a node whose credential is that of the first account; the item says which account it is about. */
	const run = async (node: string, parameters: Json, items: Json[]) => {
		const { outputs, error } = await n8n.run(node, parameters, items);
		expect(error).toBeUndefined();
		return outputs;
	};

	const play = async (resource: string, operation: string, more: Json, items: Json[]) =>
		await run('weChatActivity', { resource, operation, ...more, options: { now: TUESDAY } }, items);

	it(
		'one workflow with two triggers serves both, each from its own tables',
		async () => {
			const replies: Array<[Account, string]> = [
				[one, '地下一层'],
				[other, '没有停车场'],
			];
			for (const [account, reply] of replies) {
				const row = { operation: 'addKeyword', keyword: '停车', reply, questions: '' };
				await run('weChatKeywordRouter', row, [item(account, 'form')]);
			}
			const only = { operation: 'addKeyword', keyword: '会员卡', reply: '在门店办', questions: '' };
			await run('weChatKeywordRouter', only, [item(one, 'form')]);

			const kept = {
				parameters: { keepRecordsIn: n8n.store },
				credentials: { [CREDENTIAL]: { name: 'WeChat account' }, ...postgres() },
			};
			const { webhookPath, ...chain } = flow('Two accounts', [
				trigger({}, 'One'),
				{ name: 'Record', type: 'weChatContacts', ...kept },
				{ name: 'Route', type: 'weChatKeywordRouter', ...kept },
				{
					name: 'Reply',
					type: 'weChatReply',
					parameters: { replyType: 'text', text: '={{ $json.reply }}' },
				},
			]);
			const second = flow('Second', [
				{
					...trigger({}, 'Other'),
					id: '00000000-0000-4000-8000-000000000009',
					credentials: { [CREDENTIAL]: { id: other.credentialId, name: 'Second account' } },
				},
			]);
			const to = (node: string) => [{ node, type: 'main', index: 0 }];
			const workflow = {
				...chain,
				nodes: [...(chain.nodes as Json[]), ...(second.nodes as Json[])],
				connections: {
					One: { main: [to('Record')] },
					Other: { main: [to('Record')] },
					Record: { main: [to('Route'), to('Route')] },
					Route: { main: [to('Reply')] },
				},
			};
			const id = await n8n.client.importWorkflow(workflow, n8n.credentials);
			await n8n.client.publish(id);
			try {
				const { state } = one.simulator.platform;
				state.callback.url = await n8n.client.webhookIsLive(webhookPath);
				other.simulator.platform.state.callback.url = await n8n.client.webhookIsLive(
					second.webhookPath,
				);
				const say = async ({ simulator }: Account, text: string) => {
					const message = { FromUserName: OPEN_ID, MsgType: 'text', Content: text };
					const { reading } = await push(simulator.platform.state, message);
					return reading.kind === 'reply' ? reading.content.content : reading.kind;
				};
				// The first message of an account makes its tables, which may take longer than WeChat waits.
				await say(one, '在吗');
				await say(other, '在吗');
				await n8n.client.waitForExecutions(id, 2);
				const asked = replies.map(async ([account]) => await say(account, '停车怎么停'));
				expect(await Promise.all(asked)).toEqual(replies.map(([, reply]) => reply));
				expect(await say(one, '会员卡怎么办')).toBe('在门店办');
				await say(other, '会员卡怎么办');
				expect(await n8n.client.waitForExecutions(id, 6)).toHaveLength(6);
			} finally {
				await n8n.client.unpublish(id);
			}
			for (const { appId } of [one, other]) {
				expect(await n8n.rows('contacts', appId)).toMatchObject([{ openId: OPEN_ID }]);
				expect(await n8n.rows('interactions', appId)).toHaveLength(3);
			}
			const matched = async ({ appId }: Account) =>
				(await n8n.rows('keyword_hits', appId))
					.filter(({ status }) => status === 'matched')
					.map(({ keyword }) => keyword);
			expect(await matched(one)).toEqual(['停车', '会员卡']);
			expect(await matched(other)).toEqual(['停车']);
		},
		LIMIT,
	);

	it(
		'a prize, its stock and its code count in the account that has given it',
		async () => {
			const give = { activityId: 'gift', how: 'named', prize: '帆布袋' };
			for (const account of [one, other]) {
				const open = async () =>
					await play('activity', 'open', { activityId: 'weekly-draw' }, [item(account, 'open')]);
				// The first run makes the table; its example is opened once it says whose it is.
				await open();
				const named = { key: 'weekly-draw', organiser: '示例小店' };
				await n8n.write('plans', named, account.appId);
				await open();
			}
			await play('lottery', 'enter', {}, [item(one, 'enter', { Content: '参加抽奖' })]);
			const somebody = { kind: 'text', openId: 'oSomebodyElse', appId: other.appId };
			await play('lottery', 'enter', {}, [
				item(other, 'enter', {
					Content: '参加抽奖',
					FromUserName: 'oSomebodyElse',
					wechat: { ...somebody, dedupeKey: 'oSomebodyElse:enter' },
				}),
			]);
			const codes: string[] = [];
			for (const account of [one, other]) {
				await n8n.write(
					'plans',
					{
						key: 'gift',
						kind: 'quiz',
						name: '抢礼品',
						organiser: '示例小店',
						contact: '客服',
						conditions: '在公众号内回复“礼品”，每人一次，先到先得',
						claim: '到店领取',
						startsAt: '2026-11-23T10:00:00.000+08:00',
						endsAt: '2026-11-27T20:00:00.000+08:00',
						prizes: '帆布袋,1,39',
						claimDays: 30,
						status: 'ready',
					},
					account.appId,
				);
				await play('activity', 'open', { activityId: 'gift' }, [item(account, 'open')]);
				const [given] = await play('prize', 'give', give, [item(account, 'gift')]);
				expect(given).toHaveLength(1);
				const won = await n8n.rows('prizes_won', account.appId);
				expect(won).toMatchObject([{ openId: OPEN_ID, activityId: 'gift' }]);
				codes.push(String(won[0]?.code));
			}
			expect(new Set(codes).size).toBe(2);
			const entries = async ({ appId }: Account) =>
				(await n8n.rows('activity_rows', appId))
					.filter(({ activityId }) => String(activityId).startsWith('weekly-draw'))
					.map(({ openId }) => openId);
			expect(await entries(one)).toEqual([OPEN_ID]);
			expect(await entries(other)).toEqual(['oSomebodyElse']);
			const [code = ''] = codes;
			const redeem = { code, redeemedBy: '前台' };
			const [, [refused] = []] = await play('prize', 'redeem', redeem, [item(other, 'counter')]);
			expect(refused).toMatchObject({ status: 'notFound' });
			const [[redeemed] = []] = await play('prize', 'redeem', redeem, [item(one, 'counter')]);
			expect(redeemed).toMatchObject({ status: 'redeemed' });
			expect(await n8n.rows('prizes_won', other.appId)).toMatchObject([{ state: 'given' }]);
		},
		LIMIT,
	);

	it(
		'Only Once with the same key sends once in each account',
		async () => {
			const inboxes: unknown[][] = [];
			for (const account of [one, other]) {
				const { platform } = account.simulator;
				seed(platform, { followers: [{ openId: OPEN_ID }] });
				const { state } = platform;
				const follower = state.addFollower(OPEN_ID, { wroteAt: state.clock.now() });
				state.allow(follower, 50, 3_600_000);
				const before = follower.inbox.length;
				for (let times = 1; times <= 2; times++) {
					const { outputs, error } = await n8n.run(
						'weChatOfficialAccount',
						{
							resource: 'customerServiceMessage',
							operation: 'sendText',
							onlyOnce: true,
							onlyOnceKey: 'birthday-2026',
							openId: OPEN_ID,
							text: '生日快乐',
						},
						[item(account, 'birthday')],
						{
							credentials: {
								[CREDENTIAL]: { id: account.credentialId, name: 'WeChat account' },
								...postgres(),
							},
						},
					);
					expect(error).toBeUndefined();
					expect(outputs[0]?.[0]?.alreadySent).toBe(times === 1 ? undefined : true);
				}
				inboxes.push(follower.inbox.slice(before));
			}
			expect(inboxes.map((inbox) => inbox.length)).toEqual([1, 1]);
			for (const { appId } of [one, other]) {
				expect(await n8n.rows('sent_log', appId)).toMatchObject([{ state: 'sent' }]);
			}
		},
		LIMIT,
	);
});
