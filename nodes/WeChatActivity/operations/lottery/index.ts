import type { ActivityResource } from '../operation';
import { commit } from './commit.operation';
import { cutTickets } from './cutTickets.operation';
import { draw } from './draw.operation';
import { enter } from './enter.operation';
import { pickTicket } from './pickTicket.operation';
import { verify } from './verify.operation';

export const lottery: ActivityResource = {
	option: { name: 'Lottery', value: 'lottery' },
	operations: [commit, cutTickets, draw, enter, pickTicket, verify],
	defaultOperation: enter,
};
