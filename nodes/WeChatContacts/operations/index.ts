import type { RecordResource } from '../../shared/engagement/recordNode';
import { channel } from './channel';
import { contact } from './contact';
import { group } from './group';

/** What the node can do, in the order of the list. */
export const RESOURCES: readonly RecordResource[] = [channel, contact, group];
