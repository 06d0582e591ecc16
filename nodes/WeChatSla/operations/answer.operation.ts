import type { IDataObject } from 'n8n-workflow';
import { now as nowField } from '../../shared/engagement/fields';
import { itemwise, type At, type Result } from '../../shared/engagement/recordOperation';
import { collection, optionalText } from '../../shared/operations/fields';
import { activityRows } from '../../shared/records/tables/activityRows';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { channels } from '../../shared/records/tables/channels';
import { comments } from '../../shared/records/tables/comments';
import { contacts } from '../../shared/records/tables/contacts';
import { interactions } from '../../shared/records/tables/interactions';
import { sent } from '../../shared/records/tables/sent';
import { cutText } from '../../shared/text/longest';
import { inboxFields } from '../fields/inbox';
import { answerCase, endCase, type Answering, type Submission } from '../inbox/answering';
import { deskAt, pageAbout, pageItem, sentWith, type Desk } from '../inbox/desk';
import { cleaned } from '../inbox/message';
import { messagePage } from '../inbox/page/frame';
import { caseOf, readPerson } from '../inbox/reading';
import type { CaseRow } from '../records/opening';

type Output = 'answered' | 'closed' | 'notSent';

const fields = {
	...inboxFields,
	options: collection('Options', 'Add option', {
		kfAccount: optionalText('Customer Service Account', {
			placeholder: 'e.g. anna@gh_account',
			description: 'Shown to the follower as the sender',
		}),
		now: nowField,
	}),
};

const STATUS = { conflict: 409, forbidden: 403, notFound: 404 };
const LONGEST_NAME = 30;

const caseJson = ({ key, openId, channel, tier }: CaseRow): IDataObject => ({
	key,
	openId,
	channel,
	tier,
});

/** A page that says why nothing was done. */
const notDone = ({ words, title }: Desk, text: string, statusCode: number): Result<Output> => ({
	to: 'notSent',
	json: pageItem(messagePage(words, title, text), statusCode),
});

/** The page of the person once more, with what was written. */
async function shownAgain(
	{ records, now }: At,
	desk: Desk,
	row: CaseRow,
	{ text, by }: Submission,
	{ why, code }: Extract<Answering, { status: 'refused' }>,
): Promise<Result<Output>> {
	const { words } = desk;
	const detail = code === undefined ? [] : [words.error(code)];
	const note = { text: [words.refusals[why], ...detail].join(' '), isBad: true };
	// What may have arrived stands in the conversation now.
	const kept = { text: why === 'unknown' ? '' : text, by };
	const person = await readPerson(records, row, now);
	const json = pageItem(pageAbout(person, desk, { note, kept }), STATUS.conflict);
	return { to: 'notSent', json: { case: caseJson(row), reason: why, ...json } };
}

/** Where the browser goes next: no address holds a name, and loading it again sends nothing. */
const next = (fields: Record<string, string>): string => `?${new URLSearchParams(fields)}`;

function doneWith(
	{ seal }: Desk,
	row: CaseRow,
	{ text, by }: Submission,
	outcome: Exclude<Answering, { status: 'refused' }>,
): Result<Output> {
	const about = { case: caseJson(row), by };
	if (outcome.status === 'closed') {
		return { to: 'closed', json: { ...about, redirectTo: next({ done: 'closed' }) } };
	}
	const { key, isRepeated, staysOpen } = outcome;
	const redirectTo = staysOpen
		? next({ case: seal.refOf(row.key), done: 'sentMore' })
		: next({ done: 'sent' });
	return {
		to: 'answered',
		json: { ...about, text, isRepeated, staysOpen, noticeKey: `answered:${key}`, redirectTo },
	};
}

/** What a page of the inbox sends: an answer, or that none is needed. */
export const answer = itemwise<typeof fields, Output>({
	option: {
		name: 'Answer From Inbox',
		value: 'answer',
		action: 'Answer from the staff inbox',
		description:
			'Send what was written on the page of Show Inbox, once, note it as the reply of a person and close the case',
	},
	outputs: { answered: 'Answered', closed: 'Closed', notSent: 'Not Sent' },
	errorsTo: 'notSent',
	fields,
	tables: [cases, caseEvents, sent, contacts, interactions, comments, channels, activityRows],
	async execute(at, { pageLanguage, pageTitle, options }) {
		const { records, now } = at;
		const desk = await deskAt(at, { pageLanguage, pageTitle });
		const form = desk.seal.read(sentWith(at, 'body', 'form'));
		if (!form) return [notDone(desk, desk.words.invalid, STATUS.forbidden)];
		const row = await caseOf(records, desk.seal, form.ref, now);
		if (!row) return [notDone(desk, desk.words.notThere, STATUS.notFound)];
		const submission = {
			form,
			text: cleaned(sentWith(at, 'body', 'text')),
			by: cutText(cleaned(sentWith(at, 'body', 'by')), LONGEST_NAME),
			kfAccount: options.kfAccount?.trim() ?? '',
		};
		const action = sentWith(at, 'body', 'action');
		const outcome =
			action === 'answered' || action === 'resolved'
				? await endCase(at, row, submission, action)
				: await answerCase(at, row, submission);
		return [
			outcome.status === 'refused'
				? await shownAgain(at, desk, row, submission, outcome)
				: doneWith(desk, row, submission, outcome),
		];
	},
});
