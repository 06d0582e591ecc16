import type { RecordResource } from '../../../shared/engagement/recordNode';
import { getStatus } from './getStatus.operation';
import { makeUp } from './makeUp.operation';
import { record } from './record.operation';

export const checkIn: RecordResource = {
	option: { name: 'Check-In', value: 'checkIn' },
	operations: [record, getStatus, makeUp],
	defaultOperation: record,
};
