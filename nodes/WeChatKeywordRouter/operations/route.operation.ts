import { orOnCanvas } from '../../shared/engagement/orOnCanvas';
import {
	allAtOnce,
	ROWS_OUTPUT,
	type Item,
	type Outcome,
} from '../../shared/engagement/recordOperation';
import { rowOperation } from '../../shared/engagement/rowOperation';
import type { Records } from '../../shared/records/port';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { keywords } from '../../shared/records/tables/keywords';
import { unanswered } from '../../shared/records/tables/unanswered';
import type { Decision } from '../engine/decision';
import { checkLibrary, readLibrary } from '../engine/library';
import { Router } from '../engine/router';
import type { Message } from '../engine/types';
import { earlierHits, libraryRows, librarySource } from '../fields/librarySource';
import { messageOf } from '../fields/message';
import { options, replies, settingsOf, text, textsOf } from '../fields/routing';
import { routeRows } from '../onCanvas/route';
import { libraryContent } from '../records/library';
import { routeMessages } from '../records/routeMessages';

const fields = { text, library: librarySource, hits: earlierHits, replies, options };

type To = 'answer' | 'candidates' | 'person';
type RouteItem = Item<typeof fields>;

interface Asked {
	item: RouteItem;
	message: Message;
}

const OUTPUT_OF: Record<Decision['status'], To> = {
	matched: 'answer',
	candidates: 'candidates',
	person: 'person',
};

async function routerOf({ at, values }: RouteItem): Promise<Router> {
	const settings = settingsOf(values);
	if (values.library === 'records') {
		return (await libraryContent.of(at.records)).routerFor(settings);
	}
	const library = readLibrary(libraryRows(at.ctx));
	checkLibrary(library);
	return new Router(library, settings);
}

function askedBy(item: RouteItem): Asked {
	const { at, values } = item;
	const given = { text: values.text, now: values.options.now };
	return { item, message: messageOf(at.json, at.itemIndex, given) };
}

/** Items of one account. The first one decides about library, options and texts. */
async function routeAll(
	records: Records,
	asked: readonly Asked[],
	note: (item: RouteItem, outcome: Outcome<To>) => void,
): Promise<void> {
	const [first] = asked;
	if (!first) return;
	try {
		const decisions = await routeMessages(
			records,
			asked.map(({ message }) => message),
			async () => await routerOf(first.item),
			textsOf(first.item.values),
		);
		for (const [place, { item }] of asked.entries()) {
			const decision = decisions[place];
			if (!decision) continue;
			const json = { ...item.at.json, reply: decision.reply, route: { ...decision } };
			note(item, { results: [{ to: OUTPUT_OF[decision.status], json }] });
		}
	} catch (error) {
		for (const { item } of asked) note(item, { error });
	}
}

async function executeAll(items: RouteItem[]): Promise<Array<Outcome<To>>> {
	const outcomes = new Map<RouteItem, Outcome<To>>();
	const byAccount = new Map<Records, Asked[]>();
	for (const item of items) {
		try {
			const asked = askedBy(item);
			const others = byAccount.get(item.at.records);
			if (others) others.push(asked);
			else byAccount.set(item.at.records, [asked]);
		} catch (error) {
			outcomes.set(item, { error });
		}
	}
	// A run that ends with an error writes nothing.
	const goesOn = outcomes.size === 0 || items[0]?.at.ctx.continueOnFail();
	if (goesOn) {
		const note = (item: RouteItem, outcome: Outcome<To>) => outcomes.set(item, outcome);
		await Promise.all(
			[...byAccount].map(async ([records, asked]) => await routeAll(records, asked, note)),
		);
	}
	return items.map((item) => outcomes.get(item) ?? { results: [] });
}

const option = {
	name: 'Route',
	value: 'route',
	action: 'Route messages by keyword',
	description: 'Find the keyword and the reply for each message',
};

const kept = allAtOnce({
	option,
	outputs: { answer: 'Answer', candidates: 'Candidates', person: 'Person' },
	fields,
	tables: [keywordHits, keywords, unanswered],
	takesItems: true,
	executeAll,
});

/** This node's known rows come by two inputs: the library and the earlier hits. */
const onCanvas = rowOperation({
	option,
	outputs: [...kept.outputs, ROWS_OUTPUT],
	fields,
	run: routeRows,
});

export const route = orOnCanvas(kept, onCanvas);
