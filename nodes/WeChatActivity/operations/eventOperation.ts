import type { IDataObject } from 'n8n-workflow';
import type { Book } from '../engine/book';
import type { ActivityEvent, Step } from '../engine/step';
import type { ActivityOperation } from './operation';
import { answerOf, Replies, type ReplyTexts } from './replies';
import type { Run } from './run';

/** What an operation knows about one event. */
export interface EventContext<Rules> {
	run: Run;
	itemIndex: number;
	book: Book;
	activityId: string;
	event: ActivityEvent;
	rules: Rules;
}

interface EventOperation<Rules, Outcome extends Step> {
	option: ActivityOperation['option'];
	properties: ActivityOperation['properties'];
	texts: ReplyTexts;
	/** Whether the activity may be left open, so that all activities share one ledger. */
	spansActivities?: boolean;
	rules(run: Run): Rules;
	step(context: EventContext<Rules>): Outcome;
	/** Names of the texts that make the reply; by default the one of the status. */
	speech?(step: Outcome): string[];
	/** Further results. */
	more?(step: Outcome): IDataObject;
}

/** An operation that takes one event of one person after the other; each item sees the rows of those before. */
export function eventOperation<Rules, Outcome extends Step>(
	operation: EventOperation<Rules, Outcome>,
): ActivityOperation {
	const { option, properties, texts } = operation;
	return {
		option,
		properties,
		begin(run) {
			const [book, rules] = [run.book(), operation.rules(run)];
			const replies = new Replies(run, texts);
			return (itemIndex) => {
				const activityId = operation.spansActivities
					? run.text('activityId', 'Activity ID', itemIndex)
					: run.activityId(itemIndex);
				const event = run.event(itemIndex);
				const step = operation.step({ run, itemIndex, book, activityId, event, rules });
				const names = operation.speech?.(step) ?? [step.status];
				// The reply comes first: a text that cannot be filled in leaves no half-done item behind.
				const reply = replies.say(names, step.values);
				step.rows.forEach((row) => book.add(row));
				return answerOf(step, { activityId, openId: event.openId }, reply, operation.more?.(step));
			};
		},
	};
}
