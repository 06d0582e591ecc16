import type { IDataObject } from 'n8n-workflow';
import { asText, isRecord } from '../../../shared/json';
import type { Book } from '../../engine/book';
import { Commands } from '../../engine/command';
import type { Step } from '../../engine/step';
import { invite, isInvited } from '../../engine/submission/invitation';
import { submit as take, type Content } from '../../engine/submission/submission';
import { count } from '../../fields/count';
import { words } from '../../fields/words';
import { eventOperation } from '../../games/eventOperation';
import { gameOutputs } from '../../games/outputs';
import { HIDDEN_FOR_ITEMS } from '../../onCanvas/knownRows';
import { SUBMISSION_REPLIES, submissionOptions } from './rules';

/** Status of a message of somebody who was not asked for a submission. */
const NOT_ASKED = 'notAsked';
const WITHOUT_CONTENT = /^event\.|^location$/;

/** What an item of the trigger, or a row with the same columns, holds. */
function contentOf(json: IDataObject, text: string): Content {
	const meta = isRecord(json.wechat) ? json.wechat : {};
	const kind = asText(meta.kind ?? json.kind);
	const mediaId = asText(json.MediaId) || asText(json.mediaId);
	const url = asText(json.PicUrl) || asText(json.Url) || asText(json.url);
	return { kind: kind || (mediaId || url ? 'image' : 'text'), text, mediaId, url };
}

export const submit = eventOperation<
	{
		words: ReturnType<typeof words>;
		minutes: ReturnType<typeof count>;
		options: typeof submissionOptions;
	},
	Step
>({
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit work',
		description: 'Accept a text, a picture, a voice message or a video (投稿)',
	},
	outputs: gameOutputs('Received'),
	fields: {
		words: words(
			'Submission Words',
			'投稿',
			'Comma-separated messages or menu keys that announce a submission; a text may follow at once. Leave empty if every item that comes is a submission.',
			{ displayOptions: HIDDEN_FOR_ITEMS },
		),
		minutes: count(
			'Minutes to Send',
			30,
			'After the word alone, what the person sends within this time is the submission',
			{ displayOptions: HIDDEN_FOR_ITEMS },
		),
		options: submissionOptions,
	},
	texts: SUBMISSION_REPLIES,
	placeholders: '{number} {perPerson} {minLength} {minutes} {points} {balance}',
	step: ({ at: { json }, activityId, event, values, isOnCanvas }) => {
		const rules = values.options;
		const content = contentOf(json, event.text);
		const submission = (book: Book) => take(book, activityId, event, content, rules);
		const commands = new Commands(isOnCanvas ? [] : values.words);
		if (commands.isEmpty) return submission;
		const { minutes } = values;
		const rest = commands.rest(event.text);
		if (rest === '') return (book) => invite(book, activityId, event, rules, minutes);
		if (rest !== undefined) {
			return (book) => take(book, activityId, event, { ...content, text: rest }, rules);
		}
		if (WITHOUT_CONTENT.test(content.kind)) return undefined;
		return (book) =>
			isInvited(book, activityId, event, minutes)
				? submission(book)
				: { status: NOT_ASKED, values: {}, rows: [] };
	},
	speech: ({ status }) => (status === NOT_ASKED ? [] : [status]),
	more: ({ step: { values }, keys }) => {
		const submission = asText(values.submission);
		return { submission: keys.get(submission) ?? submission };
	},
	isHandled: ({ status }) => status !== NOT_ASKED,
	isFinished: ({ status }) => status === 'received',
});
