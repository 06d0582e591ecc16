import { submit as take, type Content } from '../../engine/submission/submission';
import { eventOperation } from '../eventOperation';
import { activityIdField, eventField, withNow, rowsKnownFields } from '../fields';
import { repliesField } from '../replies';
import type { Run } from '../run';
import { SUBMISSION_REPLIES, submissionOptions, submissionRules } from './rules';

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What an item of the trigger, or a row with the same columns, holds. */
function contentOf(run: Run, itemIndex: number, text: string): Content {
	const json = run.json(itemIndex);
	const meta = typeof json.wechat === 'object' && json.wechat !== null ? json.wechat : {};
	const kind = textOf('kind' in meta ? meta.kind : json.kind);
	const mediaId = textOf(json.MediaId) || textOf(json.mediaId);
	const url = textOf(json.PicUrl) || textOf(json.Url) || textOf(json.url);
	return { kind: kind || (mediaId || url ? 'image' : 'text'), text, mediaId, url };
}

export const submit = eventOperation({
	option: {
		name: 'Submit',
		value: 'submit',
		action: 'Submit work',
		description: 'Take in a text, a picture, a voice message or a video (投稿)',
	},
	properties: [
		activityIdField,
		...rowsKnownFields,
		eventField,
		repliesField(SUBMISSION_REPLIES, '{number} {perPerson} {minLength} {points} {balance}'),
		withNow(...submissionOptions),
	],
	texts: SUBMISSION_REPLIES,
	rules: submissionRules,
	step: ({ run, itemIndex, book, activityId, event, rules }) =>
		take(book, activityId, event, contentOf(run, itemIndex, event.text), rules),
});
