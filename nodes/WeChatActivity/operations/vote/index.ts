import type { RecordResource } from '../../../shared/engagement/recordNode';
import { cast } from './cast.operation';
import { getResult } from './getResult.operation';

export const vote: RecordResource = {
	option: { name: 'Vote', value: 'vote' },
	operations: [getResult, cast],
	defaultOperation: cast,
};
