import type { Resource } from '../operation';
import { closeSession } from './closeSession.operation';
import { createAccount } from './createAccount.operation';
import { createSession } from './createSession.operation';
import { deleteAccount } from './deleteAccount.operation';
import { getChatRecords } from './getChatRecords.operation';
import { getSession } from './getSession.operation';
import { inviteWorker } from './inviteWorker.operation';
import { listAccounts } from './listAccounts.operation';
import { listOnlineAccounts } from './listOnlineAccounts.operation';
import { listSessions } from './listSessions.operation';
import { listWaiting } from './listWaiting.operation';
import { setAvatar } from './setAvatar.operation';
import { updateAccount } from './updateAccount.operation';

export const customerService: Resource = {
	option: { name: 'Customer Service', value: 'customerService' },
	access: 'verified',
	notice: 'Needs a verified account with customer service (客服) switched on.',
	operations: [
		closeSession,
		createAccount,
		createSession,
		deleteAccount,
		getChatRecords,
		listAccounts,
		listOnlineAccounts,
		listSessions,
		listWaiting,
		getSession,
		inviteWorker,
		setAvatar,
		updateAccount,
	],
};
