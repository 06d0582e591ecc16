import type { RecordResource } from '../../../shared/engagement/recordNode';
import { getMyScore } from './getMyScore.operation';
import { getResult } from './getResult.operation';
import { handleMessage } from './handleMessage.operation';

export const quiz: RecordResource = {
	option: { name: 'Quiz', value: 'quiz' },
	operations: [getMyScore, getResult, handleMessage],
	defaultOperation: handleMessage,
};
