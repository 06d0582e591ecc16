import {
	choice,
	collection,
	flag,
	notice,
	optionalText,
	rows,
	text,
	variants,
	writtenText,
	type ValuesOf,
} from '../shared/operations/fields';
import { CHECK_WORDING, wordingField } from '../shared/wording/option';

const forTypes = (...replyType: string[]) => ({ displayOptions: { show: { replyType } } });

const title = optionalText('Title');
const description = optionalText('Description');

const videoOptions = {
	description,
	thumbMediaId: optionalText('Thumbnail Media ID', {
		description: 'Needed only when the reply is sent late, as a customer service message',
	}),
	title,
};

const musicOptions = {
	description,
	hqMusicUrl: optionalText('High Quality Music URL', { description: 'Played on Wi-Fi' }),
	title,
};

const handOverOptions = {
	kfAccount: optionalText('Customer Service Account', {
		placeholder: 'e.g. anna@gh_account',
		description: 'Who takes the conversation; leave empty for whoever is online',
	}),
};

/** The fields of a reply. Only those of the chosen type are shown, and only those are read. */
export const replyFields = {
	replyType: choice(
		'Reply Type',
		[
			{
				name: 'Do Not Reply',
				value: 'none',
				description: 'Tell WeChat that the message was received, so that it is not delivered again',
			},
			{
				name: 'Hand Over to a Person',
				value: 'transferCustomerService',
				description:
					'Pass the conversation to the customer service of the account (客服). Only after a message, not after an event.',
			},
			{
				name: "Hand Over to WeChat's AI",
				value: 'transferAiReply',
				description:
					'Let the AI reply of the WeChat console answer (AI 回复), if it is switched on there. Only after a message, not after an event.',
			},
			{ name: 'Image', value: 'image' },
			{ name: 'Music', value: 'music' },
			{ name: 'News', value: 'news', description: 'Cards with title, picture and link (图文)' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
			{ name: 'Voice', value: 'voice' },
		],
		'text',
		{ noDataExpression: true },
	),
	handOverNotice: notice(
		'While a person of the customer service has the conversation, WeChat sends what the follower writes to that person only: no workflow is started until the session is closed or has been idle for 30 minutes.',
		forTypes('transferCustomerService'),
	),
	text: writtenText('Text', {
		typeOptions: { rows: 4 },
		// What the nodes before have prepared; a field of the item costs no expression engine.
		default: '={{ $json.reply }}',
		placeholder: 'e.g. 您好，已收到您的消息',
		hint: 'Up to 2,048 bytes, about 680 Chinese characters. Links can be written as HTML anchors.',
		...forTypes('text'),
	}),
	mediaId: text('Media ID', {
		hint: 'From an upload, or the MediaId of a message of the last three days',
		...forTypes('image', 'voice', 'video'),
	}),
	musicUrl: writtenText('Music URL', {
		placeholder: 'e.g. https://example.com/song.mp3',
		...forTypes('music'),
	}),
	thumbMediaId: text('Thumbnail Media ID', forTypes('music')),
	articles: rows(
		'Articles',
		['article', 'Article'],
		{
			title,
			description,
			picUrl: optionalText('Picture URL', {
				hint: 'JPG or PNG; 360 × 200 for the first article, 200 × 200 for the others',
			}),
			url: optionalText('URL'),
		},
		{
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Article',
			required: true,
			hint: 'One article in the reply to a message, up to 8 after following, a menu tap or a scan',
			...forTypes('news'),
		},
	),
	additionalFields: variants(
		collection('Additional Fields', 'Add Field', {
			...videoOptions,
			...musicOptions,
			...handOverOptions,
		}),
		[
			collection('Additional Fields', 'Add Field', videoOptions, forTypes('video')),
			collection('Additional Fields', 'Add Field', musicOptions, forTypes('music')),
			collection(
				'Additional Fields',
				'Add Field',
				handOverOptions,
				forTypes('transferCustomerService'),
			),
		],
	),
	sendLate: flag(
		'Send Late Replies as Customer Service Message',
		true,
		'Whether to send the same content as a customer service message when the five seconds are over or the message has been answered already. Needs an account that is verified as an enterprise (企业认证); without it the node stops with an error.',
		{
			displayOptions: {
				hide: { replyType: ['none', 'transferAiReply', 'transferCustomerService'] },
			},
		},
	),
	[CHECK_WORDING]: wordingField('warn', {
		displayOptions: {
			hide: { replyType: ['none', 'transferAiReply', 'transferCustomerService', 'image', 'voice'] },
		},
	}),
};

/** What is filled in of a reply. */
export type ReplyValues = ValuesOf<typeof replyFields>;
