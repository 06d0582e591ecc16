import type { EarlierAccount } from './earlierAccount';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A kind of follower: how often they are there, and for how long they have been silent. */
export interface Habit {
	/** Days between two visits. */
	everyDays: number;
	silentDays: number;
	/** Days ago that they followed the account. */
	followedDays: number;
}

/** Sixty followers with 120 days of history, twelve of each habit. */
export const HABITS: Record<string, Habit> = {
	fan: { everyDays: 3, silentDays: 1, followedDays: 150 },
	casual: { everyDays: 12, silentDays: 10, followedDays: 150 },
	newcomer: { everyDays: 10, silentDays: 5, followedDays: 5 },
	dormant: { everyDays: 10, silentDays: 45, followedDays: 150 },
	lost: { everyDays: 10, silentDays: 100, followedDays: 150 },
};

const EACH = 12;
const HISTORY_DAYS = 120;
const KINDS = ['text', 'event.CLICK', 'comment'];

export const namesOf = (habit: string): string[] =>
	[...Array(EACH).keys()].map((number) => `o_${habit}_${String(number + 1).padStart(2, '0')}`);

function visitsOf({ everyDays, silentDays, followedDays }: Habit): number[] {
	const days: number[] = [];
	const oldest = Math.min(followedDays, HISTORY_DAYS);
	for (let day = silentDays; day <= oldest; day += everyDays) days.push(day);
	return days;
}

/** Fills the account and the tables with the crowd, as if the hub had been running all the time. */
export async function invite(app: EarlierAccount): Promise<void> {
	const { state } = app.simulator.platform;
	const now = state.clock.now();
	const ago = (days: number) => new Date(now - days * DAY_MS - HOUR_MS).toISOString();
	const contacts: Array<Record<string, unknown>> = [];
	const interactions: Array<Record<string, unknown>> = [];
	for (const [name, habit] of Object.entries(HABITS)) {
		for (const openId of namesOf(name)) {
			state.addFollower(openId);
			contacts.push({
				key: openId,
				openId,
				isFollower: true,
				subscribedAt: ago(habit.followedDays),
				tier: 'normal',
				lastAt: ago(habit.silentDays),
			});
			visitsOf(habit).forEach((day, position) => {
				const kind = KINDS[position % KINDS.length] ?? 'text';
				interactions.push({ key: `${openId}:${day}`, openId, kind, at: ago(day), auto: false });
			});
		}
	}
	await app.insert('wechat_contacts', contacts);
	await app.insert('wechat_interactions', interactions);
}
