import { onlyNow } from '../../shared/engagement/fields';
import { orOnCanvas } from '../../shared/engagement/orOnCanvas';
import { perAccount } from '../../shared/engagement/perAccount';
import {
	allAtOnce,
	ROWS_OUTPUT,
	type Item,
	type Result,
} from '../../shared/engagement/recordOperation';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import type { ValuesOf } from '../../shared/operations/fields';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { keywords } from '../../shared/records/tables/keywords';
import { plans } from '../../shared/records/tables/plans';
import type { Row } from '../../shared/rows/row';
import type { AuditSummary, Period } from '../engine/audit';
import { activityStatements } from '../engine/care/activities';
import { careFindings } from '../engine/care/care';
import { careRows, careText, type CareRow } from '../engine/care/report';
import { readLibrary } from '../engine/library';
import { DEFAULT_SETTINGS } from '../engine/router';
import { coverageText } from '../engine/summaryText';
import type { Hit } from '../engine/types';
import { libraryRows, librarySource } from '../fields/librarySource';
import { days, periodOf } from '../fields/period';
import { hitsOf } from '../onCanvas/hits';
import { hitOf } from '../records/answers';
import { Library } from '../records/library';

const fields = {
	library: librarySource,
	days,
	options: onlyNow,
};

type To = 'findings' | 'summary';

/** Everything that can be said of a library, as rows to work through and as one text. */
function lookOver(
	rows: readonly Row[],
	hits: readonly Hit[],
	activities: readonly Row[],
	{ from, to }: Period,
	days: number,
): { found: CareRow[]; summary: AuditSummary & { summary: string } } {
	const library = new Library(rows);
	const { findings, summary } = library.audit(hits, { from, to });
	const router = library.routerFor(DEFAULT_SETTINGS);
	const care = careFindings(library.keywords, router, activityStatements(activities, to), to);
	const names = new Map(library.keywords.map(({ id, keyword }) => [id, keyword]));
	const found = careRows([...findings, ...care], (id) => names.get(id));
	const text = ['关键词库检查', coverageText(days, summary), careText(found)].join('\n');
	return { found, summary: { ...summary, findings: found.length, summary: text } };
}

/** Looks over the library with the hits that the node has kept. */
async function auditKept({ at, values }: Item<typeof fields>): Promise<Array<Result<To>>> {
	const { records, ctx } = at;
	const period = periodOf(values.days, at.now);
	const isKept = values.library === 'records';
	const [hits, rows, activities] = await Promise.all([
		records.read(keywordHits, { where: { at: { from: period.from } } }),
		isKept ? records.read(keywords) : libraryRows(ctx),
		records.read(plans),
	]);
	const { found, summary } = lookOver(rows, hits.map(hitOf), activities, period, values.days);
	return [
		...found.map((finding): Result<To> => ({ to: 'findings', json: { ...finding } })),
		{ to: 'summary', json: { ...summary } },
	];
}

/** The same with the hits of the first input. */
function auditRows({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const period = periodOf(values.days, values.options.now ?? Date.now());
	const rows = libraryRows(ctx);
	// A slip is an error here: the table is not edited by people beside the flow.
	readLibrary(rows);
	const { found, summary } = lookOver(rows, hitsOf(ctx, outputs), [], period, values.days);
	const all = [...ctx.getInputData().keys()];
	for (const finding of found) outputs.add(0, { ...finding }, all);
	outputs.add(1, { ...summary }, all);
}

const option = {
	name: 'Audit',
	value: 'audit',
	action: 'Audit the keyword library',
	description:
		'Find what contradicts itself or an activity, breaks a rule of wording, is answered by another keyword, has no reply or nobody asks for, and the share of messages answered',
};

const kept = allAtOnce({
	option,
	outputs: { findings: 'Findings', summary: 'Summary' },
	fields,
	tables: [keywords, keywordHits, plans],
	takesItems: true,
	executeAll: async (items) => await perAccount(items, auditKept),
});

/** This node's known rows come by two inputs: the library and the earlier hits. */
const onCanvas = rowOperation({
	option,
	outputs: [...kept.outputs, ROWS_OUTPUT],
	fields,
	run: auditRows,
});

export const audit = orOnCanvas(kept, onCanvas);
