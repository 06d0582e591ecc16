import { activity, condition, ifAll, setFields } from './nodes.mjs';

/**
 * Nodes that claim one ticket of the table wechat_tickets for a follower: read, pick, write on condition that
 * the ticket is still free, and once more when somebody was faster.
 *
 * Follow-ups hang on the names returned: `got` (first output: the ticket is written) and `decided` (first
 * output: there is none to write, because of limits, of a message that came before, or because all are gone).
 * The text for both is the reply in `$('<picked>').first(0)`; without the 0, n8n takes the output by which the
 * two nodes are connected.
 *
 * @param activityId code that gives the activity
 * @param prize gives, for the name of the node with the tickets, code of the prize to be given, where it is not left to chance
 * @param pick further parameters of the Activity node
 */
export function claimTicket(section, store, { column, activityId, prize, pick }) {
	const w = section.canvas;
	const all = section.put(
		'Tickets',
		store.get('wechat_tickets', [['activityId', 'eq', `={{ ${activityId} }}`]]),
		column,
	);
	const best =
		prize &&
		section.put('Prize to give', setFields({ prize: `={{ ${prize(all)} }}` }), column + 1, 0, {
			executeOnce: true,
		});
	const choice = `$('${all}').all()${best ? `.filter(({ json }) => json.state === 'claimed' || json.prize === $('${best}').first().json.prize)` : ''}`;
	const first = best ? column + 2 : column + 1;
	const picked = section.put(
		'Pick ticket',
		activity('lottery', 'pickTicket', {
			activityId: `={{ ${activityId} }}`,
			ticketsFrom: 'json',
			tickets: `={{ ${choice} }}`,
			...pick,
		}),
		first,
		0,
		{ executeOnce: true },
	);
	const written = section.put(
		'Claim ticket',
		store.update(
			'wechat_tickets',
			[
				['key', 'eq', '={{ $json.key }}'],
				['state', 'eq', 'free'],
				['version', 'eq', '={{ $json.version - 1 }}'],
			],
			{
				state: 'claimed',
				openId: '={{ $json.openId }}',
				claimKey: '={{ $json.claimKey }}',
				claimedAt: '={{ $json.claimedAt }}',
				version: '={{ $json.version }}',
			},
		),
		first + 1,
	);
	const got = section.put(
		'Was the ticket still free?',
		ifAll(
			condition(
				'={{ $json.claimKey }}',
				'equals',
				`={{ $('${picked}').first(0).json.activity.ticket.claimKey }}`,
			),
		),
		first + 2,
	);
	const decided = section.put(
		'Is it decided without a ticket?',
		ifAll(condition('={{ $json.activity.status }}', 'notEquals', 'pick')),
		first + 1,
		1,
	);
	w.chain(all, ...(best ? [best] : []), picked);
	w.link(picked, written, { output: 1 }).chain(written, got);
	w.link(picked, decided, { output: 0 });
	w.link(got, all, { output: 1 });
	return { all, picked, got, decided };
}
