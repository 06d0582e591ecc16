import type { RecordResource } from '../../../shared/engagement/recordNode';
import { getStock } from './getStock.operation';
import { give } from './give.operation';
import { redeem } from './redeem.operation';

export const prize: RecordResource = {
	option: { name: 'Prize', value: 'prize' },
	operations: [getStock, give, redeem],
	defaultOperation: give,
};
