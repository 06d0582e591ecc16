import { now } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { choice, collection, optionalText } from '../../shared/operations/fields';
import { contacts } from '../../shared/records/tables/contacts';
import { openIdOf } from '../person';
import { noteWish, saidAt, wishIn, wordFields } from '../wishing';

const REPLY = '已为您退订活动消息，不再打扰。想再收到，回复“恢复订阅”。';

/** Who wants no more messages gets none: of no campaign, by no channel. */
export const optOut = itemwise({
	option: {
		name: 'Opt Out',
		value: 'optOut',
		action: 'Opt a follower out',
		description:
			'Note that a follower wants no messages of campaigns any more (退订), and confirm it',
	},
	outputs: { optedOut: 'Opted Out', known: 'Already Out', other: 'Something Else' },
	fields: {
		concerns: choice(
			'Who Opts Out',
			[
				{ name: 'Everybody Who Comes Here', value: 'everybody' },
				{
					name: 'Who Says So',
					value: 'words',
					description:
						'Whose message is nothing but such a word (退订, TD, 取消订阅); others go on',
				},
			],
			'words',
		),
		replies: collection('Replies', 'Add reply', {
			optedOut: optionalText('Opted Out', { default: REPLY }),
		}),
		options: collection('Options', 'Add option', {
			optOutWords: wordFields.optOutWords,
			now,
		}),
	},
	tables: [contacts],
	execute: async ({ json, records, now: moment }, { concerns, replies, options }) => {
		const isWish = concerns === 'everybody' || wishIn(json, options) === 'declined';
		if (!isWish) return [{ to: 'other', json }];
		const openId = openIdOf(json);
		const noted = await noteWish(records, openId, 'declined', saidAt(json, moment));
		const result = { ...json, openId, consent: 'declined' };
		// Who says it again has been told; the same message again may not have been answered.
		if (noted === 'known') return [{ to: 'known', json: result }];
		if (noted === 'outdated') return [{ to: 'known', json: { ...result, consent: 'granted' } }];
		return [{ to: 'optedOut', json: { ...result, reply: replies.optedOut ?? REPLY } }];
	},
});
