import { newFollowerJourney } from '../../../scripts/canvases/17-new-follower-journey';
import { onCanvas, until, waitingSeconds } from '../lib/canvas';

/** Long enough to be laid aside by n8n, and for what happens meanwhile. */
const WAIT_S = 75;
const LIMIT = 240_000;
const SECOND_MS = 1_000;

it('waits until the same hour of the next day', () => {
	const { amount, unit } = newFollowerJourney.nodes.wait?.parameters ?? {};
	expect([amount, unit]).toEqual([24, 'hours']);
});

onCanvas(
	'17',
	(stage) => {
		/** The person follows or leaves, and the account is told; what is read at once. */
		const turns = async (openId: string, isFollowing: boolean): Promise<string> => {
			const { state } = stage().simulator.platform;
			Object.assign(state.followers.get(openId) ?? state.addFollower(openId), { isFollowing });
			const Event = isFollowing ? 'subscribe' : 'unsubscribe';
			const event = { FromUserName: openId, MsgType: 'event', Event, EventKey: '' };
			return await stage().push(event);
		};
		const laterOf = (openId: string): string[] => {
			const { inbox = [] } = stage().simulator.platform.state.followers.get(openId) ?? {};
			const later = inbox.filter(({ via }) => via === 'customerService');
			return later.map(({ content }) => String((content as { content?: unknown }).content));
		};
		const tagsOf = (openId: string) => {
			const { followers, tags } = stage().simulator.platform.state;
			return (followers.get(openId)?.tagIds ?? []).map((id) => tags.get(id)?.name);
		};

		it(
			'writes once to who has spoken, and not to who was silent or has left',
			async () => {
				const { say, rows, settled, simulator } = stage();
				const { clock } = simulator.platform.state;
				for (const openId of ['oSpeaks', 'oSilent', 'oLeaves', 'oReturns']) {
					expect(await turns(openId, true)).toContain('欢迎关注');
				}
				for (const openId of ['oSpeaks', 'oLeaves', 'oReturns']) {
					expect(await say(openId, '在吗')).toBe('');
				}
				// WeChat counts in seconds: nobody leaves and is back in the same one.
				clock.advance(SECOND_MS);
				await turns('oLeaves', false);
				await turns('oReturns', false);
				clock.advance(SECOND_MS);
				expect(await turns('oReturns', true)).toContain('欢迎关注');
				await say('oReturns', '我又来了');
				await settled();
				expect((await rows('contacts')).map(({ openId }) => openId).sort()).toEqual([
					'oReturns',
					'oSilent',
					'oSpeaks',
				]);
				expect(['oSpeaks', 'oReturns'].flatMap(laterOf)).toEqual([]);
				await until('the day is over', async () => laterOf('oReturns')[0], LIMIT);
				await until('the silent one has a tag', async () => tagsOf('oSilent')[0]);
				await until('all five runs have ended', async () => {
					const statuses = await settled();
					return statuses.length >= 11 ? true : undefined;
				});
				for (const openId of ['oSpeaks', 'oReturns']) {
					expect(laterOf(openId)).toEqual([expect.stringContaining('要提醒您吗')]);
					expect(tagsOf(openId)).toEqual([]);
				}
				expect(['oSilent', 'oLeaves'].flatMap(laterOf)).toEqual([]);
				expect(tagsOf('oSilent')).toEqual([expect.stringMatching(/新粉丝未互动|New and silent/)]);
				expect((await settled()).filter((status) => status !== 'success')).toEqual([]);
			},
			LIMIT + WAIT_S * 1_000,
		);

		it('notes a yes and a no, and takes a no that comes later', async () => {
			const { say, rows, settled, simulator } = stage();
			const consentOf = async (openId: string) =>
				(await rows('contacts')).find((contact) => contact.openId === openId)?.consent;
			expect(await say('oSpeaks', '提醒我')).toContain('有活动会提醒您');
			expect(await say('oReturns', '不用提醒')).toContain('不会再发');
			await settled();
			expect(await consentOf('oSpeaks')).toBe('granted');
			expect(await consentOf('oReturns')).toBe('declined');
			simulator.platform.state.clock.advance(SECOND_MS);
			expect(await say('oSpeaks', '退订')).toContain('不会再发');
			await settled();
			expect(await consentOf('oSpeaks')).toBe('declined');
		});
	},
	{ change: waitingSeconds(WAIT_S) },
);
