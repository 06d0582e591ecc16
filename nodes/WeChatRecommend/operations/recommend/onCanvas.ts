import { forEachItem } from '../../../shared/engagement/outputs';
import type { RowRun } from '../../../shared/engagement/rowOperation';
import { valuesOf } from '../../../shared/operations/fields';
import { parametersOf } from '../../../shared/operations/parameters';
import { buildModel } from '../../engine/model';
import { Recommender } from '../../engine/recommend';
import { recommendedJson, shownRow } from '../../engine/results';
import { personFor, recommendFields, settingsOf, textsOf, type RecommendValues } from './fields';

const RECOMMENDED = 0;
const NOTHING_FOUND = 1;
const ROWS_TO_STORE = 2;

const { openId, options } = recommendFields;

/** Recommends to the person of each item by the history that comes in. All else is read once. */
export function recommendFromRows({ ctx, outputs }: RowRun, values: RecommendValues): void {
	const settings = settingsOf(values);
	const texts = textsOf(values);
	const catalogue = values.catalogue(ctx);
	const history = values.history?.(ctx) ?? [];
	const recommender = new Recommender(buildModel(catalogue, history, settings.now), settings);
	const stored = new Set<string>();
	forEachItem(ctx, outputs, (itemIndex, { json }) => {
		const given = valuesOf({ openId, options }, parametersOf(ctx, itemIndex));
		const person = personFor(json, itemIndex, given);
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
}
