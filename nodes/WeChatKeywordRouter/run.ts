import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { forEachItem, Outputs } from '../shared/engagement/outputs';
import { knownRows } from '../shared/engagement/rows';
import { audit, type Period } from './engine/audit';
import { Decider, type Decision, type DecisionTexts } from './engine/decision';
import { hitRowOf, readHits } from './engine/hitRows';
import { learn, type Proposal } from './engine/learn';
import { checkLibrary, readLibrary } from './engine/library';
import { DEFAULT_SETTINGS, Router } from './engine/router';
import type { RouterSettings } from './engine/types';
import { libraryRows } from './keywordTable';
import { messageOf } from './message';

const OUTPUT_OF: Record<Decision['status'], number> = { matched: 0, candidates: 1, person: 2 };
const ROWS_TO_STORE = 3;

const DAY = 86_400_000;

function numberOption(options: IDataObject, name: string, fallback: number): number {
	const value = options[name];
	return typeof value === 'number' ? value : fallback;
}

function settingsOf(options: IDataObject): RouterSettings {
	const { levelWeights, answerFrom, offerFrom, mostCandidates } = DEFAULT_SETTINGS;
	return {
		levelWeights: {
			brand: numberOption(options, 'brand', levelWeights.brand),
			product: numberOption(options, 'product', levelWeights.product),
			function: numberOption(options, 'function', levelWeights.function),
		},
		answerFrom: numberOption(options, 'answerFrom', answerFrom),
		offerFrom: numberOption(options, 'offerFrom', offerFrom),
		mostCandidates: numberOption(options, 'mostCandidates', mostCandidates),
	};
}

function textsOf(options: IDataObject): DecisionTexts {
	return {
		heading: String(options.heading ?? '您是不是想问：'),
		footer: String(options.footer ?? '都不是？回复“人工”，为您转接客服'),
		handOver: String(options.handOver ?? '好的，正在为您转接人工客服，请稍等～'),
	};
}

/** Finds the keyword and the reply for each message. Library and hits are read once. */
export function runRoute(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(4);
	const items = ctx.getInputData();
	const options = optionsOf(ctx, 0);
	const keywords = readLibrary(libraryRows(ctx));
	checkLibrary(keywords);
	const hits = readHits(knownRows(ctx, 'hits', 'Earlier Hits', 'Third'), 'Hit');
	const decider = new Decider(new Router(keywords, settingsOf(options)), hits, textsOf(options));
	const stored = new Set<string>();
	forEachItem(ctx, outputs, (itemIndex) => {
		const message = messageOf(ctx, itemIndex);
		const decision = decider.decide(message);
		const json = { ...items[itemIndex]?.json, route: { ...decision } };
		outputs.add(OUTPUT_OF[decision.status], json, itemIndex);
		if (stored.has(message.key)) return;
		stored.add(message.key);
		outputs.add(ROWS_TO_STORE, { ...hitRowOf(message, decision) }, itemIndex);
	});
	return outputs.toData(ctx);
}

function periodOf(ctx: IExecuteFunctions): Period {
	const to = nowOf(ctx, 0);
	return { from: to - Number(ctx.getNodeParameter('days', 0, 30)) * DAY, to };
}

const listText = (words: string[], separator: string): string => words.join(separator);

/** The row to append to the library; it does nothing until somebody fills in a reply and enables it. */
function libraryRowOf({ key, keyword, level, variants, questions }: Proposal): IDataObject {
	return {
		key,
		keyword,
		level,
		variants: listText(variants, ','),
		questions: listText(questions, '\n'),
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
export function runLearn(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(2);
	const options = optionsOf(ctx, 0);
	const items = ctx.getInputData();
	const rows = libraryRows(ctx);
	const proposals = learn(
		readHits(
			items.map(({ json }) => json),
			'Item',
		),
		rows.length === 0 ? [] : readLibrary(rows),
		{
			...periodOf(ctx),
			leastCount: numberOption(options, 'leastCount', 3),
			similarity: numberOption(options, 'similarity', 0.4),
		},
	);
	const all = [...items.keys()];
	for (const proposal of proposals) {
		outputs.add(0, { ...proposal }, all);
		outputs.add(1, libraryRowOf(proposal), all);
	}
	return outputs.toData(ctx);
}

/** Looks over the library with the hits of a period. */
export function runAudit(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(2);
	const items = ctx.getInputData();
	const hits = readHits(
		items.map(({ json }) => json).filter((json) => Object.keys(json).length > 0),
		'Item',
	);
	const { findings, summary } = audit(readLibrary(libraryRows(ctx)), hits, periodOf(ctx));
	const all = [...items.keys()];
	for (const finding of findings) outputs.add(0, { ...finding }, all);
	outputs.add(1, { ...summary }, all);
	return outputs.toData(ctx);
}
