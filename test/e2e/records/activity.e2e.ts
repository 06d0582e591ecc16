import { onBothStores } from '../lib/onBothStores';

type Json = Record<string, unknown>;

const NODE = 'weChatActivity';
const HOSTILE = '={{ $execution.id }}';

const QUIZ = {
	resource: 'quiz',
	operation: 'handleMessage',
	activityId: 'autumn',
	questionsFrom: 'table',
	options: { shufflesQuestions: false, shufflesOptions: false },
};
const SHOP = { resource: 'points', operation: 'shop', activityId: 'shop', goodsFrom: 'table' };

onBothStores('WeChat Activity, games', (n8n) => {
	const message = (key: string, text: string, openId = 'oAmy', minute = 0): Json => ({
		FromUserName: openId,
		CreateTime: String(1_795_482_000 + minute * 60),
		MsgType: 'text',
		Content: text,
		wechat: { kind: 'text', openId, appId: n8n.appId, dedupeKey: `${openId}:${key}` },
	});
	const replies = (outputs: Json[][]) => (outputs[0] ?? []).map(({ reply }) => String(reply));
	const points = async () => {
		const sums: Record<string, number> = {};
		for (const { openId, points: number } of await n8n.rows('activity_rows')) {
			sums[String(openId)] = (sums[String(openId)] ?? 0) + Number(number ?? 0);
		}
		return sums;
	};

	it('plays a whole quiz with questions of a table; a message that comes again counts once', async () => {
		const said = ['营业时间', '答题', 'A', 'A', '选C', HOSTILE, '疑是地上霜'];
		const items = said.map((text, place) => message(`q${place}`, text, 'oAmy', place));
		const again = message('q2', 'A', 'oAmy', 2);
		const { outputs, error } = await n8n.run(NODE, QUIZ, [...items.slice(0, 3), again]);
		expect(error).toBeUndefined();
		expect(outputs[2]).toHaveLength(1);
		expect(replies(outputs)[0]).toContain('第 1/3 题\n中国的首都是哪座城市？\nA. 北京');
		expect(replies(outputs)[1]).toContain('回答正确，+1 分');
		expect(await points()).toEqual({ oAmy: 1 });
		const rest = await n8n.run(NODE, QUIZ, [
			...items.slice(4, 5),
			message('q7', HOSTILE, 'oAmy', 7),
		]);
		expect(replies(rest.outputs)[0]).toContain('第 3/3 题');
		expect(rest.outputs.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
		expect(rest.outputs[1]?.[0]?.reply).toContain('答题结束！您答对 2/3 题，得 2 分');
		expect(JSON.stringify(await n8n.rows('activity_rows'))).toContain(HOSTILE);
	});

	it('checks in once a day, votes once, and takes a submission to its review', async () => {
		const checkIn = {
			resource: 'checkIn',
			operation: 'record',
			activityId: 'daily',
			pointsPerDay: 50,
		};
		const days = [message('c1', '签到'), message('c2', '打 卡')];
		expect(replies((await n8n.run(NODE, checkIn, days)).outputs)).toEqual([
			expect.stringContaining('已连续签到 1 天'),
			expect.stringContaining('已经签到过了'),
		]);
		const vote = { resource: 'vote', operation: 'cast', activityId: 'poll', choices: '春\n夏' };
		const votes = await n8n.run(NODE, vote, [message('v1', '投票 B'), message('v2', 'A')]);
		expect(replies(votes.outputs)).toEqual([
			'投票成功，您投给了「夏」。',
			'您已经投过票了，感谢参与。',
		]);
		const rules = { options: { pointsPerApproval: 30 } };
		const submit = { resource: 'submission', operation: 'submit', activityId: 'call', ...rules };
		const taken = await n8n.run(NODE, submit, [message('s1', `投稿：${HOSTILE}`)]);
		const { submission } = taken.outputs[1]?.[0]?.activity as Json;
		const review = { resource: 'submission', operation: 'review', submission, ...rules };
		const reviewed = await n8n.run(NODE, review, [{}]);
		expect(replies(reviewed.outputs)[0]).toContain('获得 30 积分');
		expect(await points()).toEqual({ oAmy: 2 + 50 + 30 });
	});

	it('gives a code for points, once, and ranks people', async () => {
		const items = [message('p1', '积分商城'), message('p2', '兑换 1'), message('p2', '兑换 1')];
		const { outputs, error } = await n8n.run(NODE, SHOP, items);
		expect(error).toBeUndefined();
		const [list, bought, again] = replies(outputs);
		expect(list).toContain('您有 82 积分。\n1. 示例：五元优惠券  50 积分（剩 100 份）');
		expect(bought).toMatch(/兑换码：\w{5}-\w{5}\n已使用 50 积分，剩余 32 积分/);
		expect(again).toBe(bought);
		expect(await n8n.rows('prizes_won')).toHaveLength(1);
		const board = { resource: 'leaderboard', operation: 'build', activityId: '' };
		expect(replies((await n8n.run(NODE, board, [{}])).outputs)).toEqual(['1. o***  32 分']);
	});

	it('counts taps that come at the same moment once', async () => {
		const tap = await n8n.publish(NODE, {
			resource: 'checkIn',
			operation: 'record',
			activityId: 'daily',
			pointsPerDay: 5,
		});
		await Promise.all(
			['1', '2', '3', '4'].map(async (key) => await tap([message(key, '签到', 'oBob')])),
		);
		const board = { resource: 'leaderboard', operation: 'build', activityId: 'daily' };
		const { outputs } = await n8n.run(NODE, board, [{}]);
		expect(outputs[0]?.[0]?.activity).toMatchObject({
			ranking: [{ openId: 'oAmy' }, { openId: 'oBob', score: 5 }],
		});
	});
});
