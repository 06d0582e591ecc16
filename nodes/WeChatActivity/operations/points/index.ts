import type { ActivityResource } from '../operation';
import { add } from './add.operation';
import { getBalance } from './getBalance.operation';
import { reverse } from './reverse.operation';
import { spend } from './spend.operation';

export const points: ActivityResource = {
	option: { name: 'Points', value: 'points' },
	operations: [add, getBalance, reverse, spend],
	defaultOperation: add,
};
