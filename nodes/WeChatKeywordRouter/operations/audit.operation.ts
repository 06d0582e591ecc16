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
import { audit as auditLibrary } from '../engine/audit';
import { readLibrary } from '../engine/library';
import { coverageText, findingsText } from '../engine/summaryText';
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

/** Looks over the library with the hits that the node has kept. */
async function auditKept({ at, values }: Item<typeof fields>): Promise<Array<Result<To>>> {
	const { records, ctx } = at;
	const period = periodOf(values.days, at.now);
	const isKept = values.library === 'records';
	const [hits, rows] = await Promise.all([
		records.read(keywordHits, { where: { at: { from: period.from } } }),
		isKept ? records.read(keywords) : libraryRows(ctx),
	]);
	const library = new Library(rows);
	const { findings, summary } = library.audit(hits.map(hitOf), period);
	const text = [
		'关键词库检查',
		coverageText(values.days, summary),
		findingsText(findings.map(({ kind }) => kind)),
	].join('\n');
	return [
		...findings.map((finding): Result<To> => ({ to: 'findings', json: { ...finding } })),
		{ to: 'summary', json: { ...summary, summary: text } },
	];
}

/** The same with the hits of the first input. */
function auditRows({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const period = periodOf(values.days, values.options.now ?? Date.now());
	const library = readLibrary(libraryRows(ctx));
	const { findings, summary } = auditLibrary(library, hitsOf(ctx, outputs), period);
	const all = [...ctx.getInputData().keys()];
	for (const finding of findings) outputs.add(0, { ...finding }, all);
	outputs.add(1, { ...summary }, all);
}

const option = {
	name: 'Audit',
	value: 'audit',
	action: 'Audit the keyword library',
	description:
		'Find keywords that are dead, outdated, contradictory, overlapping or without a reply, and the share of messages answered',
};

const kept = allAtOnce({
	option,
	outputs: { findings: 'Findings', summary: 'Summary' },
	fields,
	tables: [keywords, keywordHits],
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
