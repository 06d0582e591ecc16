import { flow } from '../../e2e/lib/flow';
import type { EarlierAccount } from './earlierAccount';
import type { Contest, NewSide } from './sides';

const FOLLOWERS = 200;
const VISITS = 12;
const ROUNDS = 3;
const DAY_MS = 86_400_000;

interface Person {
	contact: Record<string, unknown> & { openId: string };
	visits: Array<Record<string, unknown>>;
}

/** Two hundred followers, each with a rhythm of their own. */
function people(now: number): Person[] {
	return Array.from({ length: FOLLOWERS }, (_, number) => {
		const openId = `oMember${String(number).padStart(3, '0')}`;
		const everyDays = 2 + (number % 9);
		const silentDays = (number * 7) % 100;
		const at = (days: number) => new Date(now - days * DAY_MS).toISOString();
		return {
			contact: {
				openId,
				isFollower: true,
				subscribedAt: at(200),
				tier: '',
				lastAt: at(silentDays),
			},
			visits: Array.from({ length: VISITS }, (__, visit) => ({
				key: `${openId}:${visit}`,
				openId,
				kind: 'text',
				at: at(silentDays + visit * everyDays),
			})),
		};
	});
}

async function fillOld(app: EarlierAccount, all: Person[]): Promise<void> {
	await app.insert(
		'wechat_contacts',
		all.map(({ contact }) => ({ key: contact.openId, ...contact })),
	);
	const visits = all.flatMap((person) => person.visits);
	await app.insert(
		'wechat_interactions',
		visits.map((visit) => ({ auto: false, ...visit })),
	);
}

async function fillNew(fresh: NewSide, all: Person[]): Promise<void> {
	await fresh.insert(
		'contacts',
		all.map(({ contact }) => ({ key: `contact:${contact.openId}`, ...contact })),
	);
	await fresh.insert(
		'interactions',
		all.flatMap(({ visits }) => visits),
	);
}

/** Every follower is scored, the segments and their history are kept. */
export const segments: Contest = async (old, fresh) => {
	await old.install('01', '12');
	const { app } = old;
	const { clock } = app.simulator.platform.state;
	await app.set('now', new Date(clock.now()).toISOString());
	const score = async (now: number) => {
		const options = { now: new Date(now).toISOString() };
		const id = await fresh.add(
			flow('Segments', [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{ name: 'Score', type: 'weChatSegment', parameters: { operation: 'score', options } },
			]),
		);
		return await fresh.run(id, 'Start');
	};
	// The first run makes the tables.
	await score(clock.now());
	const all = people(clock.now());
	await fillOld(app, all);
	await fillNew(fresh, all);
	const times = { old: [] as number[], fresh: [] as number[] };
	for (let round = 0; round < ROUNDS; round++) {
		const { id: execution } = await app.run('12', undefined, 300_000);
		times.old.push(await app.n8n.durationOf(execution));
		times.fresh.push(await score(clock.now()));
		await app.advance(7 * DAY_MS);
	}
	const kept = (await fresh.rows('contacts')).filter(({ segment }) => segment);
	return { ...times, note: `${kept.length} followers have a segment` };
};
