import { collection, flag, optionalText, writtenText } from '../../shared/operations/fields';
import { callFields, recipientFields } from './recipientFields';

/** What a person fills in to write to the staff. */
export const notifyFields = {
	...recipientFields,
	text: writtenText('Text', {
		typeOptions: { rows: 4 },
		default: '={{ $json.summary }}',
		description:
			'Shown as plain text: what followers wrote in it calls nobody and becomes no link. Longer texts are cut to what the robot takes.',
	}),
	...callFields,
	isJoined: flag(
		'As One Message',
		true,
		'Whether all items go out in one message, or in as few as they fit into. Robots take 20 messages a minute.',
	),
	details: collection('Details', 'Add detail', {
		key: optionalText('Reference', {
			description:
				"The same reference is sent once to the same place. Left out, 'noticeKey' of the item is taken, or that of the message.",
		}),
		linkLabel: optionalText('Link Label', { default: '查看', placeholder: 'e.g. 查看' }),
		linkUrl: optionalText('Link URL', {
			placeholder: 'e.g. https://mp.weixin.qq.com/s/…',
			description: "Left out, 'link' of the item is taken",
		}),
	}),
};
