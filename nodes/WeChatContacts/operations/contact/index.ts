import type { RecordResource } from '../../../shared/engagement/recordNode';
import { exportPerson } from './export.operation';
import { findSilent } from './findSilent.operation';
import { forgetPerson } from './forget.operation';
import { getMany } from './getMany.operation';
import { getProfile } from './getProfile.operation';
import { hasWritten } from './hasWritten.operation';
import { importFollowers } from './importFollowers.operation';
import { record } from './record.operation';
import { set } from './set.operation';
import { write } from './write.operation';

export const contact: RecordResource = {
	option: { name: 'Contact', value: 'contact', description: 'Followers and what is known of them' },
	operations: [
		exportPerson,
		findSilent,
		forgetPerson,
		getMany,
		getProfile,
		hasWritten,
		importFollowers,
		record,
		set,
		write,
	],
	defaultOperation: record,
};
