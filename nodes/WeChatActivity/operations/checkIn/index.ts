import type { ActivityResource } from '../operation';
import { getStatus } from './getStatus.operation';
import { makeUp } from './makeUp.operation';
import { record } from './record.operation';

export const checkIn: ActivityResource = {
	option: { name: 'Check-In', value: 'checkIn' },
	operations: [getStatus, makeUp, record],
	defaultOperation: record,
};
