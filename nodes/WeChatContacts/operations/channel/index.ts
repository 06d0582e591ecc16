import type { RecordResource } from '../../../shared/engagement/recordNode';
import { addChannel } from './addChannel.operation';
import { getFunnel } from './getFunnel.operation';

export const channel: RecordResource = {
	option: { name: 'Channel', value: 'channel', description: 'QR codes by which followers come' },
	operations: [addChannel, getFunnel],
	defaultOperation: getFunnel,
};
