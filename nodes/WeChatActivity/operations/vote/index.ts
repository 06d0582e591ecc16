import type { ActivityResource } from '../operation';
import { cast } from './cast.operation';
import { getResult } from './getResult.operation';

export const vote: ActivityResource = {
	option: { name: 'Vote', value: 'vote' },
	operations: [cast, getResult],
	defaultOperation: cast,
};
