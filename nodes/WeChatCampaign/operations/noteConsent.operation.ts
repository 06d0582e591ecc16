import type { IDataObject } from 'n8n-workflow';
import { now } from '../../shared/engagement/fields';
import { itemwise, type At } from '../../shared/engagement/recordOperation';
import { isRecord } from '../../shared/json';
import { spelledAsUsual } from '../../shared/message/kinds';
import { collection, optionalText } from '../../shared/operations/fields';
import { contacts } from '../../shared/records/tables/contacts';
import { noticeConsents } from '../../shared/records/tables/noticeConsents';
import type { Wish } from '../engine/wishes';
import { openIdOf } from '../person';
import { noteWish, saidAt, wishIn, wordFields } from '../wishing';

const REPLIES = {
	granted: '好的，有活动会提醒您。不想再收到，回复“退订”。',
	declined: '好的，不会再发活动消息。想收到时，回复“提醒我”。',
};

/** Answers that count by event: a notice that is not chosen in a question takes back nothing. */
const ANSWER_OF: Readonly<Record<string, 'accept' | 'reject'>> = {
	'event.subscribe_msg_popup_event': 'accept',
	'event.subscribe_msg_change_event': 'reject',
};

interface NoticeAnswer {
	templateId: string;
	answer: string;
}

/** What the event of a subscription notice tells, as the trigger gives it. */
function answersIn(json: IDataObject): NoticeAnswer[] {
	const { wechat } = json;
	const notices: unknown = isRecord(wechat) ? wechat.notices : undefined;
	const kind = isRecord(wechat) ? spelledAsUsual(String(wechat.kind ?? '')) : '';
	const answer = ANSWER_OF[kind];
	if (!Array.isArray(notices) || answer === undefined) return [];
	return notices.filter(isRecord).flatMap(({ TemplateId, SubscribeStatusString }) => {
		const isMeant = SubscribeStatusString === answer && typeof TemplateId === 'string';
		return isMeant ? [{ templateId: TemplateId, answer }] : [];
	});
}

/** Writes the answers of an event down, each once; what they say about messages of campaigns. */
async function noteAnswers(
	{ json, records }: At,
	openId: string,
	answers: readonly NoticeAnswer[],
	at: number,
): Promise<Wish | undefined> {
	const { wechat } = json;
	const told = isRecord(wechat) ? String(wechat.dedupeKey ?? '') : '';
	const happening = told || `${openId}:${at}`;
	await records.add(
		noticeConsents,
		answers.map(({ templateId, answer }) => ({
			key: `consent:${happening}:${templateId}`,
			openId,
			templateId,
			answer,
			at,
		})),
	);
	// Who turns one notice off may still want the others.
	return answers.some(({ answer }) => answer === 'accept') ? 'granted' : undefined;
}

/** Yes or no, by word, tap, or the question of a subscription notice (订阅通知). */
export const noteConsent = itemwise({
	option: {
		name: 'Note Consent',
		value: 'noteConsent',
		action: 'Note the consent of a follower',
		description:
			'Note that a follower wants messages of campaigns, or does not, by a word, a tap or the question of a subscription notice',
	},
	outputs: { granted: 'Yes', declined: 'No', other: 'Something Else' },
	fields: {
		replies: collection('Replies', 'Add reply', {
			declined: optionalText('No', { default: REPLIES.declined }),
			granted: optionalText('Yes', { default: REPLIES.granted }),
		}),
		options: collection('Options', 'Add option', { ...wordFields, now }),
	},
	tables: [contacts, noticeConsents],
	execute: async (at, { replies, options }) => {
		const { json, records, now: moment } = at;
		const answers = answersIn(json);
		const said = saidAt(json, moment);
		const wish =
			answers.length > 0
				? await noteAnswers(at, openIdOf(json), answers, said)
				: wishIn(json, options);
		if (!wish) return [{ to: 'other', json }];
		const openId = openIdOf(json);
		const noted = await noteWish(records, openId, wish, said);
		if (noted === 'outdated') return [{ to: 'other', json }];
		const reply = replies[wish] ?? REPLIES[wish];
		// An event of a page has no conversation in which it could be answered.
		const answered = answers.length > 0 ? {} : { reply };
		return [{ to: wish, json: { ...json, openId, consent: wish, ...answered } }];
	},
});
