import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { ask } from './ask.operation';
import { notify } from './notify.operation';

/** What the node can do. */
export const operations: readonly RecordOperation[] = [ask, notify];

export { answerByWebhook } from './answer';
export { notify };
