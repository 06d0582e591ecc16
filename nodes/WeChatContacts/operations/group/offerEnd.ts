import { HOUR_MS } from '../../../shared/calendar/days';
import { now } from '../../../shared/engagement/fields';
import { collection, integer } from '../../../shared/operations/fields';

/** Three days: a code of WeChat itself is of no use after seven. */
const HOURS = 72;

/** For how long a place is kept for who does not take it. */
const offerHours = integer('Offer Ends After (Hours)', [0, 8_760], {
	default: HOURS,
	description:
		"How long a place is kept for somebody who was offered it and does not confirm to be in the group ('Join'); then it is free again. 0 keeps it for ever.",
});

/** The options of operations that give or count places. */
export const offerOptions = collection('Options', 'Add option', { now, offerHours });

/** The moment before which offers are over. @param now epoch milliseconds */
export function endOfOffers(options: { offerHours?: number }, now: number): number {
	const hours = options.offerHours ?? HOURS;
	return hours === 0 ? -Infinity : now - hours * HOUR_MS;
}
