import { collection, optionalText } from '../../shared/operations/fields';
import { CARING_TEXT } from '../../shared/text/urgent/caring';

/** The ready texts for a follower whose message goes to a person. */
export const REPLIES = {
	afterHours: '客服现在不在线。您的问题已经记下，{due} 前回复您。',
	inDanger: CARING_TEXT,
	joined: '您补充的内容已经记下，我们会一并答复您。',
	whileOpen: '好的，已经转给人工客服，请稍候。',
} as const;

export type ReplyName = keyof typeof REPLIES;

const reply = (displayName: string, name: ReplyName, description?: string) =>
	optionalText(displayName, {
		typeOptions: { rows: 3 },
		default: REPLIES[name],
		...(description ? { description } : {}),
	});

/** The field for texts of one's own. */
export const repliesField = collection(
	'Replies',
	'Change a reply',
	{
		afterHours: reply('After Hours', 'afterHours'),
		inDanger: reply(
			'Follower in Danger',
			'inDanger',
			'When the message sounds as if its writer, or somebody near, may hurt themselves',
		),
		joined: reply('Further Message', 'joined', 'When the case is open already'),
		whileOpen: reply('In Business Hours', 'whileOpen'),
	},
	{ description: 'Texts for the follower, with the placeholder {due}: when the answer is due' },
);

/** The text of a reply with the promised time in it. */
export function replyText(
	name: ReplyName,
	own: Partial<Readonly<Record<ReplyName, string>>>,
	due: string,
): string {
	return (own[name] ?? REPLIES[name]).replaceAll('{due}', due).trim();
}
