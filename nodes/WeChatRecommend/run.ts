import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { optionsOf } from '../shared/engagement/fields';
import { forEachItem, Outputs } from '../shared/engagement/outputs';
import { knownRows } from '../shared/engagement/rows';
import { evaluate } from './engine/evaluate';
import { buildModel } from './engine/model';
import { Recommender } from './engine/recommend';
import { catalogueOf, historyOf, listOf, personOf } from './input';
import { evaluationJson, recommendedJson, shownRow } from './results';
import { settingsOf, textsOf } from './settings';

const RECOMMENDED = 0;
const NOTHING_FOUND = 1;
const ROWS_TO_STORE = 2;

function known(ctx: IExecuteFunctions) {
	return {
		catalogue: catalogueOf(knownRows(ctx, 'catalogue', 'Catalogue')),
		history: historyOf(knownRows(ctx, 'history', 'History', 'Third')),
	};
}

/** Recommends to the person of each item. Catalogue, history and settings are read once. */
export function runRecommend(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(3);
	const settings = settingsOf(ctx);
	const texts = textsOf(ctx);
	const { catalogue, history } = known(ctx);
	const recommender = new Recommender(buildModel(catalogue, history, settings.now), settings);
	const stored = new Set<string>();
	const items = ctx.getInputData();
	forEachItem(ctx, outputs, (itemIndex) => {
		const json = items[itemIndex]?.json ?? {};
		const person = personOf(json, itemIndex, listOf(optionsOf(ctx, itemIndex).exclude));
		const recommendations = recommender.recommend(person);
		const output = recommendations.length > 0 ? RECOMMENDED : NOTHING_FOUND;
		outputs.add(output, { ...json, ...recommendedJson(recommendations, texts) }, itemIndex);
		for (const { item } of recommendations) {
			const row = shownRow(person.openId, item.itemId, settings.now);
			// A person who asks twice in one run sees the same, once.
			if (stored.has(row.key)) continue;
			stored.add(row.key);
			outputs.add(ROWS_TO_STORE, row, itemIndex);
		}
	});
	return outputs.toData(ctx);
}

/** Judges the settings by the history; one item, whatever came in. */
export function runEvaluate(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(1);
	const settings = settingsOf(ctx);
	const { catalogue, history } = known(ctx);
	const result = evaluate(catalogue, history, settings);
	outputs.add(0, evaluationJson(result, settings.count), [...ctx.getInputData().keys()]);
	return outputs.toData(ctx);
}
