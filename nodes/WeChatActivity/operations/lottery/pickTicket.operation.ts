import type { INodeProperties } from 'n8n-workflow';
import { rowsFields } from '../../../shared/engagement/rows';
import { readTickets, TicketPool, type PickStatus } from '../../engine/lottery/tickets';
import { windowStatus } from '../../engine/step';
import {
	activityIdField,
	endsAtField,
	eventField,
	numberField,
	withNow,
	startsAtField,
} from '../fields';
import type { ActivityOperation } from '../operation';
import { Replies, repliesField, type ReplyTexts } from '../replies';
import type { Run } from '../run';

const TEXTS: ReplyTexts = {
	win: { label: 'Won', text: '恭喜您抽中「{prize}」！奖券号 {ticketNo}。' },
	blank: { label: 'Not Won', text: '很遗憾，这次没有抽中，感谢参与。' },
	limitReached: { label: 'Limit Reached', text: '您的抽奖次数已用完，感谢参与。' },
	soldOut: { label: 'Sold Out', text: '奖券已经抽完，感谢参与。' },
	notOpen: { label: 'Not Open Yet', text: '抽奖还没有开始。' },
	closed: { label: 'Closed', text: '抽奖已经结束，感谢参与。' },
};

const ticketFields: INodeProperties[] = rowsFields({
	label: 'Tickets',
	name: 'tickets',
	hint: 'All tickets of the activity, claimed ones too. Columns: key, activityId, ticketNo, prize, state, openId, claimKey, claimedAt, version',
});

/** The pool of each activity, made when it is first asked for. */
function poolsOf(run: Run): (activityId: string) => TicketPool {
	const rows = run.rows('tickets', 'Tickets');
	const pools = new Map<string, TicketPool>();
	return (activityId) => {
		const pool = pools.get(activityId) ?? new TicketPool(readTickets(rows, activityId));
		pools.set(activityId, pool);
		return pool;
	};
}

function textOf(status: PickStatus, isWin: boolean): string {
	if (status === 'limitReached' || status === 'soldOut') return status;
	return isWin ? 'win' : 'blank';
}

export const pickTicket: ActivityOperation = {
	option: {
		name: 'Pick Ticket',
		value: 'pickTicket',
		action: 'Pick ticket of instant win',
		description: 'Choose a free ticket for a person, to be claimed by a conditional update',
	},
	properties: [
		activityIdField,
		...ticketFields,
		eventField,
		repliesField(TEXTS, '{prize} {ticketNo} {ticketsLeft}'),
		withNow(
			endsAtField,
			startsAtField,
			numberField('Tickets per Day', 'perDay', 0, 'Of a person, in Shanghai; 0 for any number'),
			numberField('Tickets per Person', 'perPerson', 1, 'In all; 0 for any number'),
		),
	],
	begin(run) {
		const [poolOf, window, replies] = [poolsOf(run), run.window(), new Replies(run, TEXTS)];
		const rules = {
			perPerson: run.option('perPerson', 'Tickets per Person', 1),
			perDay: run.option('perDay', 'Tickets per Day', 0),
		};
		return (itemIndex) => {
			const [activityId, event] = [run.activityId(itemIndex), run.event(itemIndex)];
			const ids = { activityId, openId: event.openId };
			const opening = windowStatus(event.at, window);
			if (opening !== 'open') {
				return {
					activity: { ...ids, status: opening, reply: replies.say([opening], {}) },
					rows: [],
				};
			}
			const { status, ticket, values } = poolOf(activityId).pick(event, rules);
			const reply = replies.say(
				[textOf(status, ticket !== undefined && ticket.prize !== '')],
				values,
			);
			const activity = { ...ids, status, reply, ...values, ticket: ticket ? { ...ticket } : null };
			return { activity, rows: status === 'pick' && ticket ? [ticket] : [] };
		};
	},
};
