import fc from 'fast-check';
import { checkReachability } from '../../../../nodes/shared/message/reachability';
import { firstClosing, replyWindow } from '../../../../nodes/shared/message/replyWindow';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T04:00:00Z');

const kind = fc.constantFrom(
	'text',
	'sent',
	'event.CLICK',
	'event.subscribe',
	'event.unsubscribe',
	'event.VIEW',
	'comment',
);
const at = fc.oneof(
	fc.integer({ min: 0, max: 120 }).map((minutes) => START + minutes * 30_000),
	fc.integer({ min: 0, max: 60 * HOUR }).map((after) => START + after),
);
const history = fc.array(fc.record({ kind, at }), { maxLength: 12 });

describe('replyWindow', () => {
	it('is open exactly when checkReachability allows a message', () => {
		fc.assert(
			fc.property(history, at, (interactions, moment) => {
				const known = interactions.filter((interaction) => interaction.at <= moment);
				const step = replyWindow(known).at(-1);
				const isOpen = step !== undefined && step.closesAt > moment;
				expect(isOpen).toBe(checkReachability(known, moment).canWrite);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('finds the first moment in which an open window closes', () => {
		fc.assert(
			fc.property(history, at, (interactions, from) => {
				const steps = replyWindow(interactions);
				const isOpenAt = (moment: number) => {
					const step = steps.filter((candidate) => candidate.at <= moment).at(-1);
					return step !== undefined && step.closesAt > moment;
				};
				const later = steps.flatMap(({ at: time, closesAt }) => [time, closesAt]);
				const moments = [...new Set([from, ...later.filter((time) => time > from)])];
				const inOrder = moments.sort((a, b) => a - b);
				const opening = inOrder.findIndex(isOpenAt);
				const closes = inOrder.find((time, index) => index > opening && !isOpenAt(time));
				expect(firstClosing(steps, from)?.closesAt).toBe(opening < 0 ? undefined : closes);
			}),
			{ numRuns: 2_000 },
		);
	});
});
