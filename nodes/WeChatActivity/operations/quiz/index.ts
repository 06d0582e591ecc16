import type { RecordResource } from '../../../shared/engagement/recordNode';
import { getResult } from './getResult.operation';
import { handleMessage } from './handleMessage.operation';

export const quiz: RecordResource = {
	option: { name: 'Quiz', value: 'quiz' },
	operations: [getResult, handleMessage],
	defaultOperation: handleMessage,
};
