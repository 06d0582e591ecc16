import type { Resource } from '../operation';
import { deleteBroadcast } from './delete.operation';
import { getSpeed } from './getSpeed.operation';
import { getStatus } from './getStatus.operation';
import { preview } from './preview.operation';
import { send } from './send.operation';
import { setSpeed } from './setSpeed.operation';

export const broadcast: Resource = {
	option: { name: 'Broadcast', value: 'broadcast' },
	access: 'verified',
	notice:
		'Broadcasts (群发) need a verified account; to OpenIDs a verified service account. What was sent cannot be taken back from the phones.',
	operations: [deleteBroadcast, getSpeed, getStatus, preview, send, setSpeed],
};
