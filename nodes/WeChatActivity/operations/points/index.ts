import type { RecordResource } from '../../../shared/engagement/recordNode';
import { add } from './add.operation';
import { getBalance } from './getBalance.operation';
import { reverse } from './reverse.operation';
import { shop } from './shop.operation';
import { spend } from './spend.operation';

export const points: RecordResource = {
	option: { name: 'Points', value: 'points' },
	operations: [add, getBalance, reverse, shop, spend],
	defaultOperation: add,
};
