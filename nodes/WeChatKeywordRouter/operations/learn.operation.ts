import type { IDataObject } from 'n8n-workflow';
import { now } from '../../shared/engagement/fields';
import { ROWS_OUTPUT } from '../../shared/engagement/recordOperation';
import { rowOperation, type RowRun } from '../../shared/engagement/rowOperation';
import { collection, type ValuesOf } from '../../shared/operations/fields';
import { learn as learnFrom, type Proposal } from '../engine/learn';
import { readLibrary } from '../engine/library';
import { leastCount, rulesOf, similarity } from '../fields/learning';
import { libraryElsewhere, libraryRows } from '../fields/librarySource';
import { days, periodOf } from '../fields/period';
import { hitsOf } from '../onCanvas/hits';

const fields = {
	keywords: libraryElsewhere,
	days,
	options: collection('Options', 'Add option', { leastCount, now, similarity }),
};

/** The row to append to the library; it does nothing until somebody fills in a reply and enables it. */
function libraryRowOf({ key, keyword, level, variants, questions }: Proposal): IDataObject {
	return {
		key,
		keyword,
		level,
		variants: variants.join(','),
		questions: questions.join('\n'),
		exclude: '',
		priority: 1,
		reply: '',
		replyMode: 'random',
		replyType: 'text',
		mediaId: '',
		cooldownMinutes: 0,
		validFrom: null,
		validTo: null,
		enabled: false,
	};
}

/** Proposes keywords for what was not answered. The library may be empty. */
function run({ ctx, outputs }: RowRun, values: ValuesOf<typeof fields>): void {
	const rows = libraryRows(ctx);
	const rules = {
		...periodOf(values.days, values.options.now ?? Date.now()),
		...rulesOf(values.options),
	};
	const library = rows.length === 0 ? [] : readLibrary(rows);
	const proposals = learnFrom(hitsOf(ctx, outputs), library, rules);
	const all = [...ctx.getInputData().keys()];
	for (const proposal of proposals) {
		outputs.add(0, { ...proposal }, all);
		outputs.add(1, libraryRowOf(proposal), all);
	}
}

/** Keeps nothing: rows in, proposals and rows out. *Propose* does the same with what the node has kept. */
export const learn = rowOperation({
	option: {
		name: 'Learn',
		value: 'learn',
		action: 'Learn keywords from rows',
		description:
			'Group what was asked and not answered, and propose keywords for it; for rows of your own',
	},
	fields,
	outputs: ['Proposals', ROWS_OUTPUT],
	run,
});
