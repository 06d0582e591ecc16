import type { RecordResource } from '../../../shared/engagement/recordNode';
import { getWaiting } from './getWaiting.operation';
import { review } from './review.operation';
import { score } from './score.operation';
import { submit } from './submit.operation';

export const submission: RecordResource = {
	option: { name: 'Submission', value: 'submission' },
	operations: [getWaiting, review, score, submit],
	defaultOperation: submit,
};
