import type { RecordResource } from '../../../shared/engagement/recordNode';
import { check } from './check.operation';

export const compliance: RecordResource = {
	option: { name: 'Compliance', value: 'compliance' },
	operations: [check],
};
