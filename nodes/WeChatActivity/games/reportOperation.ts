import type { IDataObject } from 'n8n-workflow';
import {
	allAtOnce,
	attempted,
	type At,
	type Outcome,
	type RecordOperation,
} from '../../shared/engagement/recordOperation';
import { valuesOf, type Field, type Fields, type ValuesOf } from '../../shared/operations/fields';
import { isOnCanvas } from '../../shared/records/keepIn';
import type { Table } from '../../shared/records/table';
import type { Book } from '../engine/book';
import type { ActivityKind } from '../engine/compliance/plan';
import { activityId } from '../fields/activityId';
import { inOneOutput } from '../onCanvas/inOneOutput';
import { allKnownRowsForItems, isWhole } from '../onCanvas/knownRows';
import { gameOf } from '../records/gameRounds';
import { readBook } from '../records/ledger';
import { gameFields, onLedger } from './gameFields';

interface ReportOperation<F extends Fields> {
	option: RecordOperation['option'];
	fields: F;
	/** *Activity ID*, where it is another one than usual. */
	activityId?: Field<string>;
	/** What its plans are called, where it can be planned: then *Activity ID* may name a plan, or be empty. */
	plannedAs?: ActivityKind;
	/** Tables besides the ledger. */
	tables?: readonly Table[];
	/** What is told of an activity, with the text for `reply`. */
	report(
		book: Book,
		about: { activityId: string; at: At },
		values: ValuesOf<F>,
	): Promise<IDataObject & { reply: string }> | (IDataObject & { reply: string });
}

/** An operation that looks at all rows of an activity and changes nothing. */
export function reportOperation<F extends Fields>(asked: ReportOperation<F>): RecordOperation {
	const common = { activityId: asked.activityId ?? activityId, rows: allKnownRowsForItems };
	const idOf = async ({ ctx, records }: At, id: string): Promise<string> => {
		const { plannedAs } = asked;
		if (!plannedAs || isOnCanvas(ctx)) return id;
		return (await gameOf(records, id, plannedAs)).activityId;
	};
	const reportOn = async (at: At, isOfAll: boolean): Promise<Outcome<string>> =>
		await attempted(async () => {
			const { from } = at;
			const id = await idOf(at, valuesOf(common, from).activityId);
			const book = await readBook(at.records, id === '' ? {} : { activityId: id });
			const values = valuesOf(asked.fields, from);
			const report = await asked.report(book, { activityId: id, at }, values);
			const activity: IDataObject = { activityId: id, ...report };
			return [
				{ to: 'reply', json: { ...(isOfAll ? {} : at.json), activity, reply: report.reply } },
			];
		});
	return inOneOutput(
		allAtOnce<Fields, string>({
			option: asked.option,
			outputs: { reply: 'Result' },
			fields: gameFields(asked.fields, common),
			...onLedger(asked.tables),
			isWhole,
			executeAll: async (items) => {
				const outcomes: Array<Outcome<string>> = [];
				for (const { at } of items) outcomes.push(await reportOn(at, isWhole(at.ctx)));
				return outcomes;
			},
		}),
	);
}
