import { onBothStores } from '../lib/onBothStores';

const TUESDAY = '2026-11-24T12:00:00+08:00';
const AFTER_END = '2026-11-27T20:05:00+08:00';
const AFTER_NUMBER = '2026-11-27T22:00:00+08:00';
const LIMIT = 120_000;

type Json = Record<string, unknown>;

/** A message as the trigger gives it. */
const message = (openId: string, text = '参加抽奖'): Json => ({
	FromUserName: openId,
	MsgType: 'text',
	Content: text,
	CreateTime: Date.parse(TUESDAY) / 1_000,
	wechat: { kind: 'text', openId, dedupeKey: `${openId}1` },
});

const activityOf = (json: Json | undefined): Json => (json?.activity ?? {}) as Json;

onBothStores('lotteries and prizes of WeChat Activity', (n8n) => {
	const run = async (resource: string, operation: string, given: Json = {}, items?: Json[]) => {
		const { now = TUESDAY, ...rest } = given;
		const parameters = { resource, operation, ...rest, options: { now } };
		const { outputs, error, status } = await n8n.run('weChatActivity', parameters, items);
		expect([status, error]).toEqual(['success', undefined]);
		return outputs;
	};

	it(
		'a lottery is opened, entered, closed and drawn, and anybody can check it',
		async () => {
			const plan = { activityId: 'weekly-draw' };
			const [, , blocked] = await run('activity', 'open', plan);
			expect(blocked).toHaveLength(1);
			// An example is opened once it says whose it is.
			await n8n.write('plans', { key: 'weekly-draw', organiser: '示例小店' });
			const [opened] = await run('activity', 'open', plan);
			expect(activityOf(opened?.[0])).toMatchObject({ activityId: 'weekly-draw-2026-11-23' });
			const people = Array.from({ length: 12 }, (_, index) => message(`oPerson${index}`));
			const [entered] = await run('lottery', 'enter', {}, [...people, ...people]);
			expect(entered).toHaveLength(24);
			expect(await n8n.rows('activity_rows')).toHaveLength(12);
			const [closed] = await run('activity', 'close', { ...plan, now: AFTER_END });
			expect(activityOf(closed?.[0])).toMatchObject({ status: 'closed', entryCount: 12 });
			const drawing = { ...plan, beacon: '3 8 6', now: AFTER_NUMBER };
			const [winners = [], [result] = []] = await run('lottery', 'draw', drawing);
			expect(new Set(winners.map(({ openId }) => openId)).size).toBe(10);
			expect(activityOf(result)).toMatchObject({ status: 'drawn', entryCount: 12 });
			expect(await n8n.rows('prizes_won')).toHaveLength(10);
			const [[proof] = []] = await run('lottery', 'getProof', plan);
			expect(activityOf(proof)).toMatchObject({ isValid: true, differences: [] });
			expect(String(proof?.html)).toContain('验证通过');
			const [[mine] = []] = await run('lottery', 'getMyResult', {}, [
				message('oPerson0', '我的奖品'),
			]);
			const hasWon = winners.some(({ openId }) => openId === 'oPerson0');
			expect(activityOf(mine).status).toBe(hasWon ? 'won' : 'notWon');
		},
		LIMIT,
	);

	it(
		'sixty people at once get ten prizes, no more and no less, and everybody is answered',
		async () => {
			await n8n.write('plans', {
				key: 'crowd',
				kind: 'quiz',
				name: '抢礼品',
				organiser: '示例小店',
				contact: '客服',
				conditions: '在公众号内回复“礼品”，每人一次，先到先得',
				claim: '到店领取',
				startsAt: '2026-11-23T10:00:00.000+08:00',
				endsAt: '2026-11-27T20:00:00.000+08:00',
				prizes: '帆布袋,10,39',
				claimDays: 30,
				status: 'ready',
			});
			await run('activity', 'open', { activityId: 'crowd' });
			const give = await n8n.publish('weChatActivity', {
				resource: 'prize',
				operation: 'give',
				activityId: 'crowd',
				how: 'named',
				prize: '帆布袋',
			});
			const crowd = Array.from({ length: 60 }, (_, index) => message(`oCrowd${index}`));
			const answers = await Promise.all(crowd.map(async (item) => await give([item])));
			expect(answers).toHaveLength(60);
			const won = (await n8n.rows('prizes_won')).filter(({ activityId }) => activityId === 'crowd');
			expect(won).toHaveLength(10);
			expect(new Set(won.map(({ openId }) => openId)).size).toBe(10);
			expect(new Set(won.map(({ code }) => code)).size).toBe(10);
			const claimed = (await n8n.rows('tickets')).filter(({ state }) => state === 'claimed');
			expect(new Set(claimed.map(({ claimKey }) => claimKey)).size).toBe(10);
			// Whoever has won was told so.
			const told = answers.flat().filter(({ prize }) => prize !== undefined);
			expect(told).toHaveLength(10);
		},
		LIMIT,
	);

	it(
		'sixty people scratch sixty tickets at once: ten win, a ticket each, and asking again changes nothing',
		async () => {
			await n8n.write('plans', {
				key: 'cards',
				kind: 'instantWin',
				name: '刮奖',
				organiser: '示例小店',
				contact: '客服',
				conditions: '在公众号内回复“刮奖”，每人一次',
				claim: '到店领取',
				startsAt: '2026-11-23T10:00:00.000+08:00',
				endsAt: '2026-11-27T20:00:00.000+08:00',
				prizes: '帆布袋,10,39',
				ticketCount: 60,
				claimDays: 30,
				status: 'ready',
			});
			await run('activity', 'open', { activityId: 'cards' });
			const give = await n8n.publish('weChatActivity', {
				resource: 'prize',
				operation: 'give',
				activityId: 'cards',
				how: 'ticket',
				words: '刮奖',
			});
			const asking = (index: number) => ({ ...message(`oCard${index}`), Content: '刮奖' });
			const people = Array.from({ length: 60 }, (_, index) => index);
			// n8n gives the caller what leaves by the first output: those who win.
			const scratch = async () => {
				const answers = people.map(async (index) => await give([asking(index)]));
				return (await Promise.all(answers)).flat().map(({ reply }) => String(reply));
			};
			const first = await scratch();
			expect(first.filter((text) => text.includes('恭喜您获得「帆布袋」'))).toHaveLength(10);
			expect(first).toHaveLength(10);
			const ofCards = ({ activityId }: Json) => activityId === 'cards';
			const won = (await n8n.rows('prizes_won')).filter(ofCards);
			expect(new Set(won.map(({ openId }) => openId)).size).toBe(10);
			expect(await give([asking(60)])).toEqual([]);
			const again = await scratch();
			expect(again.filter((text) => text.includes('您已经获得「帆布袋」'))).toHaveLength(10);
			const claimed = (await n8n.rows('tickets'))
				.filter(ofCards)
				.filter(({ state }) => state === 'claimed');
			expect(new Set(claimed.map(({ claimKey }) => claimKey)).size).toBe(60);
		},
		LIMIT,
	);

	it(
		'a code is redeemed once, and stock and report tell it',
		async () => {
			const [row] = await n8n.rows('prizes_won');
			const form = { code: String(row?.code), redeemedBy: '前台' };
			const [[redeemed] = []] = await run('prize', 'redeem', form);
			expect(redeemed).toMatchObject({ status: 'redeemed', prize: { redeemedBy: '前台' } });
			const [, [again] = []] = await run('prize', 'redeem', form);
			expect(again).toMatchObject({ status: 'alreadyRedeemed' });
			const [[stock] = []] = await run('prize', 'getStock', { activityId: 'crowd' });
			expect(activityOf(stock)).toMatchObject({ left: 0 });
			const [[report] = []] = await run('activity', 'report', { activityId: 'weekly-draw' });
			expect(activityOf(report)).toMatchObject({ participants: 12 });
		},
		LIMIT,
	);
});
