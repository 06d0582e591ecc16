import type { RecordResource } from '../../../shared/engagement/recordNode';
import { close } from './close.operation';
import { commit } from './commit.operation';
import { cutTickets } from './cutTickets.operation';
import { draw } from './draw.operation';
import { enter } from './enter.operation';
import { followUp } from './followUp.operation';
import { myResult } from './myResult.operation';
import { pickTicket } from './pickTicket.operation';
import { proof } from './proof.operation';
import { verify } from './verify.operation';

export const lottery: RecordResource = {
	option: { name: 'Lottery', value: 'lottery' },
	operations: [
		close,
		commit,
		cutTickets,
		draw,
		enter,
		followUp,
		myResult,
		proof,
		pickTicket,
		verify,
	],
	defaultOperation: enter,
};
