import { itemwise, type At, type Result } from '../../shared/engagement/recordOperation';
import { activityRows } from '../../shared/records/tables/activityRows';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { channels } from '../../shared/records/tables/channels';
import { comments } from '../../shared/records/tables/comments';
import { contacts } from '../../shared/records/tables/contacts';
import { interactions } from '../../shared/records/tables/interactions';
import { sent } from '../../shared/records/tables/sent';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { inboxFields } from '../fields/inbox';
import { settingsFields, type Given } from '../fields/settings';
import { deskAt, pageAbout, pageItem, sentWith, type Desk } from '../inbox/desk';
import { messagePage } from '../inbox/page/frame';
import { listPage } from '../inbox/page/listPage';
import type { Done } from '../inbox/page/words';
import { caseOf, readInbox, readPerson } from '../inbox/reading';

/** What was done, where the address says so. */
function doneOf(at: At, { words }: Desk): Done | undefined {
	const asked = sentWith(at, 'query', 'done');
	return (Object.keys(words.done) as Done[]).find((word) => word === asked);
}

async function showPerson(at: At, desk: Desk, ref: string): Promise<Result<'page'>> {
	const { records, now } = at;
	const { words, title, seal } = desk;
	const row = await caseOf(records, seal, ref, now);
	if (!row) {
		return { to: 'page', json: pageItem(messagePage(words, title, words.notThere), 404) };
	}
	const done = doneOf(at, desk);
	const said = done ? { note: { text: words.done[done], isBad: false } } : {};
	const person = await readPerson(records, row, now);
	return { to: 'page', json: pageItem(pageAbout(person, desk, said)) };
}

async function showList(at: At, desk: Desk, given: Given): Promise<Result<'page'>> {
	const inbox = await readInbox(at.records, given, at.now);
	const numberOf = (word: string) => inbox.waiters.filter(({ urgency }) => urgency === word).length;
	return {
		to: 'page',
		json: {
			...pageItem(listPage(inbox, desk, doneOf(at, desk))),
			waiting: inbox.waiters.length,
			atRisk: numberOf('atRisk'),
			late: numberOf('late'),
		},
	};
}

/** The page on which the staff sees who waits, and answers one of them. */
export const showInbox = itemwise({
	option: {
		name: 'Show Inbox',
		value: 'showInbox',
		action: 'Show the staff inbox',
		description:
			"Make a page of who waits for a person, or of one of them with a box for the answer. Put it behind n8n's Webhook with a password.",
	},
	outputs: { page: 'Page' },
	fields: { ...inboxFields, ...settingsFields },
	tables: [
		cases,
		caseEvents,
		slaPolicies,
		contacts,
		interactions,
		sent,
		comments,
		channels,
		activityRows,
	],
	async execute(at, { pageLanguage, pageTitle, ...given }) {
		const desk = await deskAt(at, { pageLanguage, pageTitle });
		const ref = sentWith(at, 'query', 'case');
		return [ref === '' ? await showList(at, desk, given) : await showPerson(at, desk, ref)];
	},
});
