import {
	collection,
	flag,
	number,
	optionalText,
	writtenText,
} from '../../shared/operations/fields';
import { callFields, recipientFields } from './recipientFields';

/**
 * What a person fills in to ask the staff. The question is called `message`, as in n8n's own nodes: an agent's tool
 * that asks a person before it acts looks for that name.
 */
export const askFields = {
	...recipientFields,
	message: writtenText('Question', {
		typeOptions: { rows: 4 },
		default: '={{ $json.summary }}',
		description:
			'The page behind the link shows all of it as plain text. The message holds as much as fits.',
	}),
	...callFields,
	waitHours: number('Wait at Most (Hours)', 0, {
		default: 24,
		description: "Without an answer by then, the item goes to 'No Answer'",
	}),
	asksReason: flag(
		'Ask for Reason',
		false,
		'Whether the page has a field for a reason, which may be left empty',
	),
	details: collection('Details', 'Add detail', {
		key: optionalText('Reference', {
			placeholder: 'e.g. refund-{{ $json.orderId }}',
			description:
				"The same reference is asked once. Left out, 'noticeKey' of the item is taken, or that of the message, for this node alone.",
		}),
		linkLabel: optionalText('Link Label', {
			default: '查看并决定',
			placeholder: 'e.g. 查看并决定',
		}),
		noLabel: optionalText('No Label', { default: '驳回', placeholder: 'e.g. 驳回' }),
		yesLabel: optionalText('Yes Label', { default: '同意', placeholder: 'e.g. 同意' }),
	}),
};

/** What a label says: what was filled in, or what it says by itself. */
const labelOf = (given: string | undefined, usual: string): string => given?.trim() || usual;

/** The labels of a question. */
export const labelsOf = (
	details: Readonly<Record<'linkLabel' | 'noLabel' | 'yesLabel', string | undefined>>,
): Record<'link' | 'no' | 'yes', string> => ({
	link: labelOf(details.linkLabel, '查看并决定'),
	no: labelOf(details.noLabel, '驳回'),
	yes: labelOf(details.yesLabel, '同意'),
});
