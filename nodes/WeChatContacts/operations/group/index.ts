import type { RecordResource } from '../../../shared/engagement/recordNode';
import { check } from './check.operation';
import { chooseContent } from './chooseContent.operation';
import { getActiveMembers } from './getActiveMembers.operation';
import { join } from './join.operation';
import { offerFreePlaces } from './offerFreePlaces.operation';
import { offerPlace } from './offerPlace.operation';

export const group: RecordResource = {
	option: { name: 'Group', value: 'group', description: 'Groups (社群) with places' },
	operations: [check, chooseContent, getActiveMembers, join, offerFreePlaces, offerPlace],
	defaultOperation: offerPlace,
};
