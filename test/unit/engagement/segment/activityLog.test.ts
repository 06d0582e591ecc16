import fc from 'fast-check';
import { ActivityLog } from '../../../../nodes/WeChatSegment/engine/activityLog';
import type { ContactRules, Contacts } from '../../../../nodes/WeChatSegment/engine/contacts';
import { NameIndex } from '../../../../nodes/WeChatSegment/engine/nameIndex';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const RULES: ContactRules = {
	now: NOW,
	windowDays: 90,
	frequencyOf: 'activeDays',
	monetaryOf: 'auto',
};
const daysAgo = (days: number) => NOW - days * DAY;

/** One follower as a plain object. */
function pick(contacts: Contacts, openId: string) {
	const index = contacts.openIds.indexOf(openId);
	const { recencyDays, frequency, monetary, gapDays, activeDays, isFollower, firstAt } = contacts;
	return {
		recencyDays: recencyDays[index],
		frequency: frequency[index],
		monetary: monetary[index],
		gapDays: gapDays[index],
		activeDays: activeDays[index],
		isFollower: isFollower[index] === 1,
		firstAt: firstAt[index],
	};
}

function logOf(fill: (log: ActivityLog) => void, rules: Partial<ContactRules> = {}) {
	const log = new ActivityLog();
	fill(log);
	return log.finish({ ...RULES, ...rules });
}

describe('ActivityLog', () => {
	it('counts active days of the window, points, and gaps of all rows', () => {
		const contacts = logOf((log) => {
			log.add('oA', daysAgo(100), 2, 'k1');
			log.add('oA', daysAgo(20), 2, 'k2');
			log.add('oA', daysAgo(20) + 1_000, 5, 'k3');
			log.add('oA', daysAgo(5), 1, 'k4');
		});
		expect(pick(contacts, 'oA')).toEqual({
			recencyDays: 5,
			frequency: 2,
			monetary: 8,
			gapDays: (80 + 15) / 2,
			activeDays: 3,
			isFollower: true,
			firstAt: daysAgo(100),
		});
	});

	it('counts days of Shanghai: a minute before and after midnight are two', () => {
		const midnight = Date.parse('2026-11-20T00:00:00+08:00');
		const contacts = logOf((log) => {
			log.add('oA', midnight - 60_000, 1);
			log.add('oA', midnight, 1);
		});
		expect(pick(contacts, 'oA')).toMatchObject({ frequency: 2, gapDays: 1, recencyDays: 4 });
	});

	it('takes orders as value as soon as there is one, and every event when asked', () => {
		const fill = (log: ActivityLog) => {
			log.add('oA', daysAgo(3), 5, 'k1');
			log.addOrder('oA', daysAgo(3), 12_900, 'order1');
			log.add('oB', daysAgo(3), 5, 'k2');
		};
		expect(pick(logOf(fill), 'oA')).toMatchObject({ frequency: 1, monetary: 12_900 });
		expect(pick(logOf(fill), 'oB').monetary).toBe(0);
		expect(pick(logOf(fill, { monetaryOf: 'points' }), 'oA').monetary).toBe(5);
		expect(pick(logOf(fill, { frequencyOf: 'events' }), 'oA').frequency).toBe(2);
	});

	it('knows who left, and who came back', () => {
		const contacts = logOf((log) => {
			log.follows('oA', daysAgo(9), true);
			log.follows('oA', daysAgo(2), false);
			log.follows('oB', daysAgo(2), true);
			log.follows('oB', daysAgo(9), false);
			log.know('oC', {});
		});
		expect(['oA', 'oB', 'oC'].map((openId) => pick(contacts, openId).isFollower)).toEqual([
			false,
			true,
			true,
		]);
	});

	it('adds what is known from elsewhere', () => {
		const contacts = logOf((log) => {
			log.add('oA', daysAgo(10), 1);
			log.know('oA', { lastAt: daysAgo(4), firstAt: daysAgo(40) });
			log.know('oB', { lastAt: daysAgo(7), frequency: 12, monetary: 99, gapDays: 6 });
			log.know('oC', { firstAt: daysAgo(50) });
		});
		expect(pick(contacts, 'oA')).toMatchObject({ recencyDays: 4, firstAt: daysAgo(40) });
		expect(pick(contacts, 'oB')).toMatchObject({ recencyDays: 7, frequency: 12, gapDays: 6 });
		expect(pick(contacts, 'oC')).toMatchObject({ recencyDays: 50, frequency: 0 });
	});

	it('leaves out what has not happened yet', () => {
		const contacts = logOf((log) => {
			log.add('oA', daysAgo(10), 1);
			log.add('oA', NOW + 1, 1);
		});
		expect(pick(contacts, 'oA')).toMatchObject({ recencyDays: 10, frequency: 1, monetary: 1 });
	});

	it('gives the same for any order and any repetition of the rows', () => {
		const row = fc.record({
			openId: fc.constantFrom('oA', 'oB', 'oC'),
			ago: fc.integer({ min: 0, max: 200 * DAY }),
			points: fc.integer({ min: 0, max: 5 }),
			isOrder: fc.boolean(),
		});
		const rows = fc.array(row, { maxLength: 60 });
		const sumsOf = (list: Array<typeof row extends fc.Arbitrary<infer T> ? T : never>) => {
			const contacts = logOf((log) => {
				for (const { openId, ago, points, isOrder } of list) {
					const key = `${openId}:${ago}:${points}:${isOrder}`;
					if (isOrder) log.addOrder(openId, NOW - ago, points * 100, key);
					else log.add(openId, NOW - ago, points, key);
				}
			});
			return new Map(contacts.openIds.map((openId) => [openId, pick(contacts, openId)]));
		};
		fc.assert(
			fc.property(rows, fc.infiniteStream(fc.nat()), (list, picks) => {
				const repeated = [...list, ...list.filter((_, index) => index % 3 === 0)];
				const shuffled = repeated
					.map((entry) => ({ entry, place: picks.next().value as number }))
					.sort((a, b) => a.place - b.place)
					.map(({ entry }) => entry);
				expect(sumsOf(shuffled)).toEqual(sumsOf(list));
			}),
		);
	});
});

describe('NameIndex', () => {
	it('numbers names as a Map would', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 3_000 }), (names) => {
				const index = new NameIndex();
				const map = new Map<string, number>();
				for (const name of names) {
					if (!map.has(name)) map.set(name, map.size);
					expect(index.indexOf(name)).toBe(map.get(name));
				}
				expect(index.names).toEqual([...map.keys()]);
			}),
			{ numRuns: 20 },
		);
	});
});
