import { itemwise, type RecordOperation } from '../../shared/engagement/recordOperation';
import { valuesOf, type Field, type Fields, type ValuesOf } from '../../shared/operations/fields';
import type { Book } from '../engine/book';
import type { Step } from '../engine/step';
import { activityId } from '../fields/activityId';
import { eventField, openIdOf } from '../fields/event';
import { repliesField, type ReplyTexts } from '../fields/replies';
import { stepItem } from '../items/step';
import { inOneOutput } from '../onCanvas/inOneOutput';
import { knownRowsForItems } from '../onCanvas/knownRows';
import { readBook } from '../records/ledger';
import { gameFields, onLedger } from './gameFields';

interface StatusOperation<F extends Fields> {
	option: RecordOperation['option'];
	fields: F;
	texts: ReplyTexts;
	/** Names of what may stand in the texts. */
	placeholders: string;
	/** *Activity ID*, where it is another one than usual. */
	activityId?: Field<string>;
	/** Where a person stands. */
	status(
		book: Book,
		who: { activityId: string; openId: string; now: number },
		values: ValuesOf<F>,
	): Step;
}

/** An operation that tells where the person of an item stands, and changes nothing. */
export function statusOperation<F extends Fields>(asked: StatusOperation<F>): RecordOperation {
	const common = {
		activityId: asked.activityId ?? activityId,
		rows: knownRowsForItems,
		event: eventField,
		replies: repliesField(asked.texts, asked.placeholders),
	};
	return inOneOutput(
		itemwise<Fields, string>({
			option: asked.option,
			outputs: { reply: 'Reply' },
			fields: gameFields(asked.fields, common),
			...onLedger(),
			execute: async ({ itemIndex, json, from, now, records }) => {
				const given = valuesOf(common, from);
				const id = given.activityId;
				const openId = openIdOf({ json, given: given.event, itemIndex, now });
				const book = await readBook(records, id === '' ? { openId } : { activityId: id, openId });
				const ids = { activityId: id, openId };
				const step = asked.status(book, { ...ids, now }, valuesOf(asked.fields, from));
				const reply = given.replies([step.status], step.values);
				return [{ to: 'reply', json: stepItem(json, step, ids, reply) }];
			},
		}),
	);
}
