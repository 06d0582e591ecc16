import { clocksOnce, type Clock } from './clocks';
import { Divided } from './divided';
import { commentsOf, type Comment } from './comments';
import { conversationsOf, type Conversation } from './conversations';
import { dayOf } from '../../shared/calendar/days';
import { inOrder, type Interaction } from './interactions';
import { isMessage, type OwnKinds } from './kinds';
import { between } from './order';
import { peopleOf, type Contact, type Person } from './people';
import { stepsOnce, type SegmentStep } from './segments';
import { Statistics, type StatisticsRow } from './statistics';

/** What has been read from the rows, as it came. */
export interface ReadRows {
	interactions: Interaction[];
	statistics: StatisticsRow[];
	clocks: Clock[];
	contacts: Contact[];
	steps: SegmentStep[];
}

/** Everything that is known, ordered so that each period can be cut out of it. */
export interface Facts {
	interactions: readonly Interaction[];
	comments: readonly Comment[];
	conversations: readonly Conversation[];
	people: ReadonlyMap<string, Person>;
	statistics: Statistics;
	/** Reads and shares by hour and by channel. */
	divided: Divided;
	clocks: readonly Clock[];
	steps: readonly SegmentStep[];
	own: OwnKinds;
	/** Days of silence after which a follower may count as dormant. */
	dormantAfter: number;
	hasMessages: boolean;
	/** Shanghai day of the first interaction; before it nothing is known. */
	knownFrom: number;
}

export function factsOf(read: ReadRows, own: OwnKinds, dormantAfter: number): Facts {
	const interactions = inOrder(read.interactions);
	return {
		interactions,
		comments: commentsOf(interactions),
		conversations: conversationsOf(interactions),
		people: peopleOf(interactions, read.contacts, own),
		statistics: new Statistics(read.statistics),
		divided: new Divided(read.statistics.flatMap(({ parts = [] }) => parts)),
		clocks: clocksOnce(read.clocks),
		steps: stepsOnce(read.steps),
		own,
		dormantAfter,
		hasMessages: interactions.some(isMessage),
		knownFrom: interactions[0] ? dayOf(interactions[0].at) : Number.POSITIVE_INFINITY,
	};
}

const timeOf = ({ at }: Interaction): number => at;

/** Interactions from a time on, up to before another. */
export function interactionsIn(facts: Facts, start: number, end: number): Interaction[] {
	return between(facts.interactions, start, end, timeOf);
}
