import type { RecordResource } from '../../../shared/engagement/recordNode';
import { close } from './close.operation';
import { open } from './open.operation';
import { report } from './report.operation';

export const activity: RecordResource = {
	option: { name: 'Activity', value: 'activity' },
	operations: [close, open, report],
	defaultOperation: open,
};
