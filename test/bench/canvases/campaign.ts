import { flow } from '../../e2e/lib/flow';
import { invite, namesOf } from './crowd';
import type { Platform } from '../../simulator/platform';
import type { Contest, NewSide } from './sides';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;
/** WeChat takes so many messages to somebody who wrote. */
const MESSAGES_AFTER_ONE = 5;
const KEY = 'bench';
/** Those of the day before. */
const FIRST = ['oFirst1', 'oFirst2', 'oFirst3'];
const AUDIENCE = [...namesOf('dormant'), ...namesOf('lost')];

const sent = ({ state }: Platform): number =>
	AUDIENCE.flatMap((openId) => state.followers.get(openId)?.inbox ?? []).filter(
		({ via }) => via !== 'passive',
	).length;

/** Milliseconds until it is ten in the morning of a Monday in Shanghai: no quiet hour. */
function untilMondayTen(now: number): number {
	const local = now + SHANGHAI_MS;
	const today = Math.floor(local / DAY_MS);
	// Day 0 was a Thursday.
	const days = (1 - ((today + 4) % 7) + 7) % 7;
	const target = (today + days) * DAY_MS + 10 * HOUR_MS;
	return (target <= local ? target + 7 * DAY_MS : target) - local;
}

/** The campaign, as a person fills it in. */
async function plan({ insert }: NewSide): Promise<void> {
	await insert('campaigns', [
		{
			key: KEY,
			name: '好久不见',
			isActive: true,
			segments: '沉默',
			channels: '客服消息',
			text: '好久不见！',
			holdOutPercent: 10,
			maxMessages: 1,
			perDays: 7,
			quietFrom: '21:00',
			quietUntil: '09:00',
		},
	]);
}

/** Followers who have fallen silent, and have written an hour ago. */
async function addSilent(
	{ simulator: { platform }, insert }: NewSide,
	openIds: readonly string[],
): Promise<void> {
	const { state } = platform;
	for (const openId of openIds) {
		const follower = state.addFollower(openId, { wroteAt: state.clock.now() });
		state.allow(follower, MESSAGES_AFTER_ONE, DAY_MS);
	}
	const recently = new Date(state.clock.now() - HOUR_MS).toISOString();
	await insert(
		'contacts',
		openIds.map((openId) => ({
			key: `contact:${openId}`,
			openId,
			isFollower: true,
			segment: 'dormant',
			lastAt: recently,
			lastContactAt: recently,
		})),
	);
}

/** People who have been silent are chosen, written to, and all of it is kept; the time of one message. */
export const campaign: Contest = async (old, fresh) => {
	await old.install('01', '12', '13');
	const { app } = old;
	const { platform: before } = app.simulator;
	await app.advance(untilMondayTen(before.state.clock.now()) - HOUR_MS);
	await invite(app);
	await app.run('12', undefined, 300_000);
	for (const openId of AUDIENCE) await app.say(openId, '在吗');
	await app.settled();
	await app.advance(HOUR_MS);
	const { id: execution } = await app.run('13', 'When run by hand', 300_000);
	await app.settled();
	const old13 = await app.n8n.durationOf(execution);

	const { platform } = fresh.simulator;
	const { clock } = platform.state;
	clock.advance(untilMondayTen(clock.now()));
	const now = new Date(clock.now()).toISOString();
	const nodes = ['chooseAudience', 'deliver'].map((operation) => ({
		name: operation,
		type: 'weChatCampaign',
		parameters: { operation, campaign: KEY, options: { now } },
	}));
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const daily = await fresh.add(flow('Campaign', [start, ...nodes]));
	const contacts = flow('Contacts', [
		start,
		{ name: 'All', type: 'weChatContacts', parameters: { operation: 'getMany' } },
	]);
	await fresh.run(await fresh.add(contacts), 'Start');
	// The canvases of before have their tables: a first run makes those of the campaign, one for three people the others.
	await fresh.run(daily, 'Start').catch(() => undefined);
	await plan(fresh);
	await addSilent(fresh, FIRST);
	await fresh.run(daily, 'Start');
	await addSilent(fresh, AUDIENCE);
	const fresh13 = await fresh.run(daily, 'Start');
	const [was, is] = [sent(before), sent(platform)];
	return {
		old: [old13 / was],
		fresh: [fresh13 / is],
		note: `${is} and ${was} messages`,
	};
};
