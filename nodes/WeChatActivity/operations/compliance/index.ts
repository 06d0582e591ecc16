import type { ActivityResource } from '../operation';
import { check } from './check.operation';

export const compliance: ActivityResource = {
	option: { name: 'Compliance', value: 'compliance' },
	operations: [check],
	defaultOperation: check,
};
