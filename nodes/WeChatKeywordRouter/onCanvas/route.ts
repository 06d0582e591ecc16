import { forEachItem } from '../../shared/engagement/outputs';
import type { RowRun } from '../../shared/engagement/rowOperation';
import { knownRows } from '../../shared/engagement/rows';
import { valuesOf } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { Decider, type Decision } from '../engine/decision';
import { hitRowOf, readHit } from '../engine/hitRows';
import { checkLibrary, readLibrary } from '../engine/library';
import { Router } from '../engine/router';
import { libraryRows } from '../fields/librarySource';
import { messageOf } from '../fields/message';
import { options, settingsOf, text, textsOf, type RoutingValues } from '../fields/routing';

const OUTPUT_OF: Record<Decision['status'], number> = { matched: 0, candidates: 1, person: 2 };
const ROWS_TO_STORE = 3;

/** Finds the keyword and the reply for each message. Library and hits are read once. */
export function routeRows({ ctx, outputs }: RowRun, first: RoutingValues): void {
	const settings = settingsOf(first);
	const keywords = readLibrary(libraryRows(ctx));
	checkLibrary(keywords);
	const hits = knownRows(ctx, 'hits', 'Earlier Hits', 'Third').map((row, position) =>
		readHit(row, `Hit ${position + 1}`),
	);
	const decider = new Decider(new Router(keywords, settings), hits, textsOf(first));
	const stored = new Set<string>();
	forEachItem(ctx, outputs, (itemIndex, { json }) => {
		const values = valuesOf({ text, options }, parametersOf(ctx, itemIndex));
		const message = messageOf(json, itemIndex, { text: values.text, now: values.options.now });
		const decision = decider.decide(message);
		const { reply, status } = decision;
		outputs.add(OUTPUT_OF[status], { ...json, reply, route: { ...decision } }, itemIndex);
		if (stored.has(message.key)) return;
		stored.add(message.key);
		outputs.add(ROWS_TO_STORE, { ...hitRowOf(message, decision) }, itemIndex);
	});
}
