import type { ActivityResource } from '../operation';
import { getResult } from './getResult.operation';
import { handleMessage } from './handleMessage.operation';

export const quiz: ActivityResource = {
	option: { name: 'Quiz', value: 'quiz' },
	operations: [getResult, handleMessage],
	defaultOperation: handleMessage,
};
