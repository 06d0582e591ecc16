import { timeText } from '../../../nodes/shared/records/columns';
import type { Account } from '../lib/account';
import type { Person } from './cast';
import { NOTICE } from './content';
import type { Chance } from './random';

const DAY_MS = 86_400_000;
const VIPS = 0.1;
/** Days before their last visit on which those who follow already were there. */
const VISITS = [0, 6, 13, 21];

/**
 * What the tables and the platform know of those who have followed before the first day: contacts,
 * interactions of weeks, and consents to a notice of most of those who are silent.
 *
 * @returns OpenIDs of the VIPs among them
 */
export async function remember(
	account: Account,
	cast: Person[],
	chance: Chance,
): Promise<ReadonlySet<string>> {
	const { state } = account.simulator.platform;
	const now = state.clock.now();
	const ago = (days: number) => timeText(now - days * DAY_MS);
	const old = cast.filter(({ joins }) => joins < 0);
	const known = old.map(({ openId, name }) => {
		state.addFollower(openId);
		const tier = chance.happens(VIPS) ? 'vip' : '';
		const last = name === 'sleeper' ? 35 + Math.floor(chance.next() * 80) : 2;
		return { openId, tier, last };
	});
	await account.insert(
		'contacts',
		known.map(({ openId, tier, last }) => ({
			key: `contact:${openId}`,
			openId,
			isFollower: true,
			subscribedAt: ago(200),
			tier,
			lastAt: ago(last),
			lastContactAt: ago(last),
		})),
	);
	await account.insert(
		'interactions',
		known.flatMap(({ openId, last }) =>
			VISITS.map((gap) => ({
				key: `${openId}:before:${gap}`,
				openId,
				kind: 'text',
				at: ago(last + gap),
				isOutgoing: false,
			})),
		),
	);
	const agreed = old.filter(({ name }) => name === 'sleeper' && chance.happens(0.8));
	await account.insert(
		'notice_consents',
		agreed.map(({ openId }) => {
			const follower = state.followers.get(openId);
			if (follower) follower.consents[NOTICE] = 1;
			const key = `${openId}:before`;
			return { key, openId, templateId: NOTICE, answer: 'accept', at: ago(40) };
		}),
	);
	return new Set(known.flatMap(({ openId, tier }) => (tier === '' ? [] : [openId])));
}
