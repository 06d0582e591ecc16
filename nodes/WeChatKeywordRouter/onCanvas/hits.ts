import type { IExecuteFunctions } from 'n8n-workflow';
import { forEachItem, type Outputs } from '../../shared/engagement/outputs';
import { readHit } from '../engine/hitRows';
import type { Hit } from '../engine/types';

/** The rows of the first input. An empty item, which stands for an empty table, is no row. */
export function hitsOf(ctx: IExecuteFunctions, outputs: Outputs): Hit[] {
	const hits: Hit[] = [];
	forEachItem(ctx, outputs, (itemIndex, { json }) => {
		if (Object.keys(json).length > 0) hits.push(readHit(json, `Item ${itemIndex + 1}`));
	});
	return hits;
}
