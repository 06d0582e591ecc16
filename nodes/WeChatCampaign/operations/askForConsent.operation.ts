import { onlyNow } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { choice, collection, optionalText } from '../../shared/operations/fields';
import { readOne } from '../../shared/records/port';
import { contactKey, contacts } from '../../shared/records/tables/contacts';
import { openIdOf } from '../person';
import { isCalled } from '../wishing';

const REPLIES = {
	question:
		'有活动和上新时，要提醒您吗？要的话请回复：{yes}\n不需要就回复：{no}。以后随时可以退订。',
	known: '已经为您开启提醒。不想再收到，回复“退订”。',
};

const YES = '提醒我';
const NO = '不用提醒';

/** A word that sends itself when it is tapped (WeChat: weixin://bizmsgmenu). */
const tappable = (word: string, id: string): string =>
	`<a href="weixin://bizmsgmenu?msgmenucontent=${word}&msgmenuid=${id}">${word}</a>`;

const WORDS = {
	buttons: { yes: tappable(YES, 'consent-yes'), no: tappable(NO, 'consent-no') },
	words: { yes: `“${YES}”`, no: `“${NO}”` },
};

/** Asks before anything is sent; *Note Consent* takes the answer. */
export const askForConsent = itemwise({
	option: {
		name: 'Ask for Consent',
		value: 'askForConsent',
		action: 'Ask a follower for consent',
		description:
			'Ask whether a follower wants to be told of campaigns; gives the text of the reply',
	},
	outputs: { question: 'Question', known: 'Has Agreed', other: 'Something Else' },
	fields: {
		askWords: optionalText('Words', {
			placeholder: 'e.g. 提醒我',
			description:
				'Comma-separated messages or menu keys that ask for it; others go on. Leave empty to ask with every item.',
		}),
		answers: choice(
			'Answers',
			[
				{
					name: 'Words to Tap',
					value: 'buttons',
					description: 'A tap sends the word. Not for test accounts.',
				},
				{ name: 'Words to Write', value: 'words', description: 'For every account' },
			],
			'buttons',
			{ description: 'How the follower says yes or no' },
		),
		replies: collection('Replies', 'Add reply', {
			known: optionalText('Has Agreed', { default: REPLIES.known }),
			question: optionalText('Question', {
				default: REPLIES.question,
				hint: '{yes} and {no} stand for the answers',
			}),
		}),
		options: onlyNow,
	},
	tables: [contacts],
	execute: async ({ json, records }, { askWords, answers, replies }) => {
		if (!isCalled(json, askWords)) return [{ to: 'other', json: { ...json } }];
		const openId = openIdOf(json);
		const contact = await readOne(records, contacts, { key: contactKey(openId) });
		const result = { ...json, openId, consent: contact?.consent ?? '' };
		if (contact?.consent === 'granted') {
			return [{ to: 'known', json: { ...result, reply: replies.known ?? REPLIES.known } }];
		}
		const { yes, no } = WORDS[answers];
		const question = replies.question ?? REPLIES.question;
		const reply = question.replaceAll('{yes}', yes).replaceAll('{no}', no);
		return [{ to: 'question', json: { ...result, reply } }];
	},
});
