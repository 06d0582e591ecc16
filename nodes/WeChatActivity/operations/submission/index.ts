import type { ActivityResource } from '../operation';
import { review } from './review.operation';
import { score } from './score.operation';
import { submit } from './submit.operation';

export const submission: ActivityResource = {
	option: { name: 'Submission', value: 'submission' },
	operations: [review, score, submit],
	defaultOperation: submit,
};
