import type { IDataObject } from 'n8n-workflow';
import { asText, isRecord } from '../../../shared/json';
import { newCode, shownCode } from '../../../shared/prizes/code';
import type { Book } from '../../engine/book';
import { Commands, type Behind } from '../../../shared/commands/commands';
import { wantsNoMore } from '../../../shared/commands/wishes';
import type { ActivityEvent, Step } from '../../engine/step';
import { invite, isInvited } from '../../engine/submission/invitation';
import { fitnessOf } from '../../engine/submission/fitness';
import { mySubmissions } from '../../engine/submission/mine';
import { addPicture } from '../../engine/submission/picture';
import {
	submit as take,
	submitInTurn,
	type Content,
	type SubmissionRules,
} from '../../engine/submission/submission';
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

/** Letters that a question about submissions does not have: 投稿有稿费吗. */
const LONG_ENOUGH = 40;

/** The work that stands behind the word in one message; a short text that nothing parts from it only mentions it. */
function workIn(behind: Behind | undefined): string | undefined {
	if (!behind) return undefined;
	return behind.isApart || behind.rest.length >= LONG_ENOUGH ? behind.rest : undefined;
}

/** Takes a text in when it is fit to be published, under a code by which people can call it. */
function takeFit(
	activityId: string,
	event: ActivityEvent,
	content: Content,
	rules: SubmissionRules,
): (book: Book) => Step {
	const { verdict, warnings } = fitnessOf(content.text);
	if (verdict !== 'fit') return () => ({ status: verdict, values: {}, rows: [] });
	const whole = { ...content, code: newCode(), warnings: warnings.join('、') };
	return (book) => submitInTurn(book, activityId, event, whole, rules);
}

const hidden = { displayOptions: HIDDEN_FOR_ITEMS };

export const submit = eventOperation<
	{
		words: ReturnType<typeof words>;
		statusWords: ReturnType<typeof words>;
		minutes: ReturnType<typeof count>;
		pictureMinutes: ReturnType<typeof count>;
		options: typeof submissionOptions;
	},
	Step
>({
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit work',
		description:
			'Accept a text, a picture, a voice message or a video (投稿), and tell what became of it',
	},
	outputs: { ...gameOutputs('Received'), alarm: 'Needs Help' },
	fields: {
		words: words(
			'Submission Words',
			'投稿',
			'Comma-separated messages or menu keys that announce a submission; a text may follow at once. Leave empty if every item that comes is a submission.',
			hidden,
		),
		statusWords: words(
			'Status Words',
			'投稿查询,我的投稿',
			'Comma-separated messages or menu keys that ask what became of the last ones',
			hidden,
		),
		minutes: count(
			'Minutes to Send',
			30,
			'After the word alone, what the person sends within this time is the submission',
			hidden,
		),
		pictureMinutes: count(
			'Minutes for a Picture',
			10,
			'A picture that follows a text within this time belongs to it; 0 for none',
			hidden,
		),
		options: submissionOptions,
	},
	texts: SUBMISSION_REPLIES,
	placeholders:
		'{number} {perPerson} {minLength} {minutes} {points} {balance} {code} {submissions}',
	step: ({ at: { json }, activityId, event, values, isOnCanvas }) => {
		const rules = values.options;
		const content = contentOf(json, event.text);
		if (isOnCanvas) return (book) => take(book, activityId, event, content, rules);
		if (new Commands(values.statusWords).isCalledBy(event.text)) {
			return (book) => mySubmissions(book, activityId, event.openId);
		}
		const commands = new Commands(values.words);
		if (commands.isEmpty) return takeFit(activityId, event, content, rules);
		const { minutes, pictureMinutes } = values;
		const calls = commands.isCalledBy(event.text) || commands.rest(event.text) === '';
		if (calls) return (book) => invite(book, activityId, event, rules, minutes);
		const text = workIn(commands.behind(event.text));
		if (text !== undefined) return takeFit(activityId, event, { ...content, text }, rules);
		if (wantsNoMore(event.text)) return undefined;
		if (WITHOUT_CONTENT.test(content.kind)) return undefined;
		return (book) => {
			if (isInvited(book, activityId, event, minutes)) {
				return takeFit(activityId, event, content, rules)(book);
			}
			const added = addPicture(book, activityId, event, content, pictureMinutes);
			return added ?? { status: NOT_ASKED, values: {}, rows: [] };
		};
	},
	speech: ({ status }) => (status === NOT_ASKED ? [] : [status]),
	more: ({ step: { values }, keys }) => {
		const submission = asText(values.submission);
		const code = asText(values.code);
		return {
			submission: keys.get(submission) ?? submission,
			...(code === '' ? {} : { code: shownCode(code) }),
		};
	},
	isHandled: ({ status }) => status !== NOT_ASKED,
	isFinished: ({ status }) => status === 'received' || status === 'pictureAdded',
	isAlarming: ({ status }) => status === 'needsHelp',
});
