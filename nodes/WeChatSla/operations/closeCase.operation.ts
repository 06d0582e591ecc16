import { onlyNow } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { choice, optionalText } from '../../shared/operations/fields';
import { readOne } from '../../shared/records/port';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { waitingOf } from '../engine/waiting';
import { closeCaseOf, type Ending } from '../records/closing';

const ENDINGS: ReadonlyArray<{ name: string; value: Ending; description: string }> = [
	{
		name: 'Answered by a Person',
		value: 'answered',
		description: 'Counts as the reply, at the time of this run',
	},
	{
		name: 'No Answer Needed',
		value: 'resolved',
		description: 'Counts neither as in time nor as late',
	},
];

/** Closes what waits: of a follower, or of a comment. */
export const closeCase = itemwise({
	option: {
		name: 'Close Case',
		value: 'closeCase',
		action: 'Close case',
		description:
			'Note that the follower or the comment has been answered, so that nobody is warned',
	},
	outputs: { closed: 'Closed', notOpen: 'No Open Case' },
	fields: {
		closedCase: choice(
			'Case',
			[
				{
					name: 'Chat of the Follower',
					value: 'chat',
					description: 'By the OpenID of the item, or the one below',
				},
				{
					name: 'Comment of the Item',
					value: 'comment',
					description: 'By msgDataId, index and userCommentId of the item',
				},
				{
					name: 'From Item',
					value: 'item',
					description: 'The comment where the item is one, otherwise the chat',
				},
			],
			'item',
		),
		openId: optionalText('OpenID', {
			placeholder: 'e.g. oABC…',
			description: 'Leave empty to take that of the item',
			displayOptions: { hide: { closedCase: ['comment'] } },
		}),
		ending: choice('How It Ended', ENDINGS, 'answered'),
		closedBy: optionalText('Closed By', {
			placeholder: 'e.g. 小李',
			description: 'Who answered, for the table of cases',
		}),
		options: onlyNow,
	},
	tables: [cases, caseEvents],
	async execute({ json, records, now: at }, { closedCase, ending, closedBy, ...rest }) {
		const openId = closedCase === 'comment' ? '' : rest.openId;
		const { caseKey } = waitingOf(json, { channel: closedCase, openId }, at);
		const open = await readOne(records, cases, { key: caseKey, state: 'open' });
		const row = open && (await closeCaseOf(records, open, { ending, by: closedBy, at }));
		const known = { key: caseKey, ...(open ? { openId: open.openId, tier: open.tier } : {}) };
		return [
			row
				? { to: 'closed', json: { ...json, case: { ...known, state: row.state } } }
				: { to: 'notOpen', json: { ...json, case: known } },
		];
	},
});
