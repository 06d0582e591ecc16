import { replyWindow, type TimedInteraction, type WindowStep } from '../message/replyWindow';
import { UserInputError } from '../inputError';
import { clocksOf } from './clocks';
import { inOrder } from './order';
import { judge, type Verdict } from './judge';
import type { Policy } from './policies';
import type { CaseEvent, Channel, Clock, Metric } from './types';
import type { SlaSettings } from './slaSettings';

/** A clock with the policy it is held against. */
export interface CaseClock {
	clock: Clock;
	policy: Policy;
	/** Course of the person's window, as far as it counts for this clock. */
	window: WindowStep[];
}

/** What is known of one person across all cases. */
interface Person {
	interactions: TimedInteraction[];
	/** Ends all conversations: the person no longer follows the account. */
	left: CaseEvent[];
	windows: Map<boolean, WindowStep[]>;
}

function peopleOf(events: CaseEvent[]): Map<string, Person> {
	const people = new Map<string, Person>();
	for (const event of events) {
		const { openId, caseId, interaction } = event;
		if (!interaction) continue;
		const id = openId || caseId;
		const person: Person = people.get(id) ?? { interactions: [], left: [], windows: new Map() };
		people.set(id, person);
		person.interactions.push(interaction);
		if (event.kind === 'cancelled') person.left.push(event);
	}
	return people;
}

/**
 * The window of a person. For a resolution the number of messages does not count: when all have been
 * sent, a person may well have answered, and nothing is owed.
 */
function windowOf(person: Person | undefined, metric: Metric): WindowStep[] {
	if (!person) return [];
	const isReply = metric !== 'resolution';
	const known = person.windows.get(isReply);
	if (known) return known;
	const steps = replyWindow(person.interactions.filter(({ kind }) => isReply || kind !== 'sent'));
	person.windows.set(isReply, steps);
	return steps;
}

/** Whether WeChat's window limits a clock. */
export function counts({ metric, trigger }: Clock, { windowRule }: SlaSettings): boolean {
	if (trigger.channel === 'comment' || windowRule === 'none') return false;
	return windowRule === 'all' || metric !== 'resolution';
}

/** Rows have been checked when they were read, so only the default tier can be without a policy. */
function policyOfTier(tier: string, channel: Channel, { policies }: SlaSettings): Policy {
	const policy = policies.find(tier, channel);
	if (policy) return policy;
	throw new UserInputError(
		`'Default Tier' is "${tier}", for which there is no policy`,
		policies.advice(),
	);
}

/** A clock as it stood at an earlier moment. */
function asOf(clock: Clock, moment: number): Clock {
	const runs = clock.runs
		.filter(({ from }) => from <= moment)
		.map(({ from, to = Infinity }) => (to <= moment ? { from, to } : { from }));
	return { ...clock, runs, end: undefined };
}

/**
 * The policy of a clock: that of the tier the case has, or had when the clock came to its end. What was
 * late already when the tier changed stays late by the policy it had then.
 */
export function policyFor(clock: Clock, window: WindowStep[], settings: SlaSettings): Policy {
	const { channel } = clock.trigger;
	const policies = clock.tiers.map(({ tier }) => policyOfTier(tier, channel, settings));
	const late = policies.find((policy, position) => {
		const next = clock.tiers[position + 1];
		const target = policy.targets[clock.metric];
		if (!next || target === undefined) return false;
		const then = { ...settings, now: next.from };
		return judge(asOf(clock, next.from), target, window, then).status === 'breached';
	});
	return late ?? policies.at(-1) ?? policyOfTier(settings.defaultTier, channel, settings);
}

/** Rows of a case, and the moments in which its person left, which end every conversation. */
function withLeaving(own: CaseEvent[], people: Map<string, Person>, now: number): CaseEvent[] {
	const first = own.find(({ kind }) => kind === 'userMessage');
	if (first?.channel !== 'chat') return own;
	const { caseId, openId } = first;
	const left = people.get(openId || caseId)?.left ?? [];
	const elsewhere = left.filter((event) => event.caseId !== caseId);
	if (elsewhere.length === 0) return own;
	return inOrder([...own, ...elsewhere.map((event) => ({ ...event, caseId }))], now);
}

/** All clocks of all cases, whatever order the rows have and however often they come. */
export function caseClocks(rows: CaseEvent[], settings: SlaSettings): CaseClock[] {
	const events = inOrder(rows, settings.now);
	const people = peopleOf(events);
	const cases = new Map<string, CaseEvent[]>();
	for (const event of events) {
		const list = cases.get(event.caseId);
		if (list) list.push(event);
		else cases.set(event.caseId, [event]);
	}
	return [...cases.values()].flatMap((own) =>
		clocksOf(withLeaving(own, people, settings.now), settings.defaultTier).map((clock) => {
			const person = people.get(clock.trigger.openId || clock.trigger.caseId);
			const window = counts(clock, settings) ? windowOf(person, clock.metric) : [];
			return { clock, policy: policyFor(clock, window, settings), window };
		}),
	);
}

export interface Judged extends CaseClock {
	verdict: Verdict;
}

/** Judges every clock for which the policy of its tier has a target. */
export function judgeAll(clocks: CaseClock[], settings: SlaSettings): Judged[] {
	return clocks.flatMap((entry) => {
		const target = entry.policy.targets[entry.clock.metric];
		if (target === undefined) return [];
		return [{ ...entry, verdict: judge(entry.clock, target, entry.window, settings) }];
	});
}
