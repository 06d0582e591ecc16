import type { IExecuteFunctions } from 'n8n-workflow';
import { now } from '../../../shared/engagement/fields';
import { knownRows, rowsFields } from '../../../shared/engagement/rows';
import { collection, type Field } from '../../../shared/operations/fields';
import { readTickets, TicketPool, type PickStatus } from '../../engine/lottery/tickets';
import { windowStatus } from '../../engine/step';
import { activityId } from '../../fields/activityId';
import { count } from '../../fields/count';
import { eventField, eventOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { endsAt, startsAt } from '../../fields/window';
import { stepJson } from '../../items/step';
import { canvasOperation } from '../../onCanvas/canvasOperation';

const TEXTS: ReplyTexts = {
	win: { label: 'Won', text: '恭喜您抽中「{prize}」！奖券号 {ticketNo}。' },
	blank: { label: 'Not Won', text: '很遗憾，这次没有抽中，感谢参与。' },
	limitReached: { label: 'Limit Reached', text: '您的抽奖次数已用完，感谢参与。' },
	soldOut: { label: 'Sold Out', text: '奖券已经抽完，感谢参与。' },
	notOpen: { label: 'Not Open Yet', text: '抽奖还没有开始。' },
	closed: { label: 'Closed', text: '抽奖已经结束，感谢参与。' },
};

const NAME = 'tickets';
const LABEL = 'Tickets';

const tickets: Field<undefined> = {
	describe: () =>
		rowsFields({
			label: LABEL,
			name: NAME,
			hint: "All tickets that 'Cut Tickets' created for the activity, including claimed ones",
		}),
	read: () => undefined,
};

/** The pool of each activity, made when it is first asked for. */
function poolsOf(ctx: IExecuteFunctions): (activityId: string) => TicketPool {
	const rows = knownRows(ctx, NAME, LABEL);
	const pools = new Map<string, TicketPool>();
	return (id) => {
		const pool = pools.get(id) ?? new TicketPool(readTickets(rows, id));
		pools.set(id, pool);
		return pool;
	};
}

function textOf(status: PickStatus, isWin: boolean): string {
	if (status === 'limitReached' || status === 'soldOut') return status;
	return isWin ? 'win' : 'blank';
}

export const pickTicket = canvasOperation({
	option: {
		name: 'Pick Ticket',
		value: 'pickTicket',
		action: 'Pick ticket of instant win',
		description:
			"For rows on the canvas: choose a free ticket, which an Update node then claims. 'Prize: Give' does it with records.",
	},
	fields: {
		activityId,
		tickets,
		event: eventField,
		replies: repliesField(TEXTS, '{prize} {ticketNo} {ticketsLeft}'),
		options: collection('Options', 'Add option', {
			endsAt,
			now,
			startsAt,
			perDay: count('Tickets per Day', 0, 'Of a person, in Shanghai; 0 for any number'),
			perPerson: count('Tickets per Person', 1, 'In all; 0 for any number'),
		}),
	},
	begin({ options, replies: say }, ctx) {
		const poolOf = poolsOf(ctx);
		const { perPerson = 1, perDay = 0 } = options;
		const window = { startsAt: options.startsAt, endsAt: options.endsAt };
		return ({ itemIndex, json, now: time, values }) => {
			const event = eventOf({ json, given: values.event, itemIndex, now: time });
			const ids = { activityId: values.activityId, openId: event.openId };
			const opening = windowStatus(event.at, window);
			if (opening !== 'open') {
				const step = { status: opening, values: {} };
				return { activity: stepJson(step, ids, say([opening], {})), rows: [] };
			}
			const picked = poolOf(ids.activityId).pick(event, { perPerson, perDay });
			const { status, ticket } = picked;
			const isWin = ticket !== undefined && ticket.prize !== '';
			const reply = say([textOf(status, isWin)], picked.values);
			const activity = stepJson(picked, ids, reply, { ticket: ticket ? { ...ticket } : null });
			return { activity, rows: status === 'pick' && ticket ? [ticket] : [] };
		};
	},
});
