import type { Chance } from './random';

/** How a follower behaves: the share of half-days on which they do something, and what they do. */
export interface Persona {
	name: 'fan' | 'guest' | 'regular' | 'sleeper';
	/** Share of the slots of a day in which they write or tap. */
	writes: number;
	/** Share of the days on which they comment on an article. */
	comments: number;
	/** Share of their messages that belong to games. */
	plays: number;
}

export interface Person extends Persona {
	openId: string;
	/** Day of the scenario on which they follow; negative for those who have followed before. */
	joins: number;
	/** Day on which they leave; absent for most. */
	leaves?: number;
	/** Scene of the QR code by which they came; empty for none. */
	scene: string;
}

const PERSONAS: Array<[share: number, Persona]> = [
	[0.2, { name: 'fan', writes: 0.2, comments: 0.3, plays: 0.5 }],
	[0.35, { name: 'regular', writes: 0.08, comments: 0.1, plays: 0.35 }],
	[0.3, { name: 'guest', writes: 0.02, comments: 0.02, plays: 0.2 }],
	[0.15, { name: 'sleeper', writes: 0, comments: 0, plays: 0 }],
];

const SCENES = ['', '', '', 'store', 'counter'];

/** Two thirds have followed before; the others come in the first half. One in twelve leaves. */
export function castOf(count: number, days: number, chance: Chance): Person[] {
	return Array.from({ length: count }, (_, number): Person => {
		let share = chance.next();
		const [, persona] = PERSONAS.find(([part]) => (share -= part) < 0) ?? PERSONAS[1]!;
		const isOld = persona.name === 'sleeper' || chance.happens(0.66);
		const joins = isOld ? -1 : Math.floor(chance.next() * (days / 2));
		const leaves =
			persona.name !== 'sleeper' && chance.happens(1 / 12)
				? Math.max(joins, 0) + 1 + Math.floor(chance.next() * (days - Math.max(joins, 0)))
				: undefined;
		return {
			...persona,
			openId: `oCast_${String(number + 1).padStart(4, '0')}`,
			joins,
			leaves,
			scene: isOld ? '' : chance.pick(SCENES),
		};
	});
}

/** Whether somebody has followed before a day of the scenario, and does so at its end. */
export const isThereOn =
	(day: number) =>
	({ joins, leaves }: Person): boolean =>
		joins < day && (leaves === undefined || leaves > day);

/** Whether somebody leaves on a day of the scenario. */
export const leavesOn =
	(day: number) =>
	({ joins, leaves }: Person): boolean =>
		leaves === day && joins < day;
