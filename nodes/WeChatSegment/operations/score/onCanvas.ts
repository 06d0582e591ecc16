import { DAY_MS } from '../../../shared/calendar/days';
import type { RowRun } from '../../../shared/engagement/rowOperation';
import type { ValuesOf } from '../../../shared/operations/fields';
import type { Row } from '../../../shared/rows/row';
import { DEFAULT_WEIGHTS } from '../../../shared/segment/activity';
import { ActivityLog } from '../../engine/activityLog';
import type { PreviousState } from '../../engine/hysteresis';
import { SegmentModel } from '../../engine/model';
import { previousOf } from '../../engine/readRows';
import { RowSorter } from '../../engine/rowSorter';
import { newsOf, stateRow } from '../../engine/scoredRows';
import { SEGMENTS } from '../../engine/segments';
import { previous, readItems, readKnown, requireRows } from '../rows';
import { tagNamesOf } from '../tagFields';
import { scoreFields } from './fields';
import { rulesOf } from './rules';

/** The fields of *Score* where the records are items on the canvas. */
export const canvasFields = { ...scoreFields, previous };

const ROWS_TO_STORE = SEGMENTS.length;

/** The latest state of each follower. Who is not among the rows any more has been silent since. */
function readPrevious(rows: readonly Row[], log: ActivityLog): Map<string, PreviousState> {
	const states = new Map<string, PreviousState>();
	readKnown(rows, 'Previous Segments', (reader) => {
		const openId = reader.text('openId');
		const state = previousOf(reader);
		const recencyDays = reader.number('recencyDays', { fallback: 0, min: 0 });
		log.know(openId, { lastAt: state.at - recencyDays * DAY_MS });
		const known = states.get(openId);
		if (!known || known.at < state.at) states.set(openId, state);
	});
	return states;
}

/** Rows of interactions, orders and contacts in, followers by segment and their rows out. */
export function scoreRows({ ctx, outputs }: RowRun, values: ValuesOf<typeof canvasFields>): void {
	const { options } = values;
	const now = options.now ?? Date.now();
	const rules = rulesOf(values, now);
	const tags = tagNamesOf(values);
	const log = new ActivityLog();
	const sorter = new RowSorter(log, options.weights ?? DEFAULT_WEIGHTS, now);
	const sources = new Map<string, number[]>();
	const count = readItems(ctx, outputs, (reader, itemIndex) => {
		const openId = sorter.add(reader);
		const items = sources.get(openId);
		if (items) items.push(itemIndex);
		else sources.set(openId, [itemIndex]);
	});
	const states = readPrevious(values.previous(ctx), log);
	requireRows(count + states.size, 'interactions, orders or contacts');
	const model = new SegmentModel(log.finish(rules.sums), rules.model);
	const at = new Date(now).toISOString();
	const onlyChanges = options.storeOnlyChanges ?? false;
	for (let index = 0; index < model.size; index++) {
		const openId = model.openIdOf(index);
		const before = states.get(openId);
		const contact = model.row(index, before);
		const items = sources.get(openId) ?? [];
		const row = stateRow(contact, at);
		outputs.add(SEGMENTS.indexOf(contact.segment), { ...row, ...newsOf(contact, tags) }, items);
		const isNews =
			contact.changed ||
			contact.pending !== before?.pending ||
			contact.pendingRuns !== before?.pendingRuns;
		if (isNews || !onlyChanges) outputs.add(ROWS_TO_STORE, row, items);
	}
}
