import { MINUTE_MS } from '../../../shared/calendar/days';
import { LONGEST_REPLY } from '../../../shared/comment/answer';
import { element, escapeHtml } from '../../../shared/html';
import { MAX_TEXT_BYTES } from '../../../shared/message/customMessage';
import { conversationOf, markOf, type Message } from '../conversation';
import type { Person } from '../reading';
import type { Seal } from '../seal';
import { cardOf, reachText } from './card';
import { backLink, frame, moment, nameOf, noteOf, textIn, timeOf } from './frame';
import type { Words } from './words';

/** What a page about a person is made with. */
export interface PersonLook {
	words: Words;
	seal: Seal;
	now: number;
	/** What has to be said first. */
	note?: { text: string; isBad: boolean };
	/** What was written and not sent. */
	kept?: { text: string; by: string };
}

const TEXT_ID = 'text';
const BY_ID = 'by';
const HINT_ID = 'hint';
const LONGEST_NAME = 30;

function statusOf({ row }: Person, { words, now }: PersonLook): string {
	if (row.state !== 'open') return words.closedAt(timeOf(row.closedAt ?? now));
	const waits = words.waits((now - (row.openedAt ?? now)) / MINUTE_MS);
	const late = row.dueAt !== null && row.dueAt < now ? [words.urgency.late] : [];
	const due = row.dueAt === null ? [] : [words.due(timeOf(row.dueAt))];
	return [...late, waits, ...due].join(' · ');
}

function bubble({ at, from, kind, text, isUnsure }: Message, words: Words): string {
	const what = kind === 'text' ? '' : `[${words.kinds[kind] ?? kind}]`;
	const unsure = isUnsure ? ` · ${words.unsure}` : '';
	return element(
		'li',
		{ class: from },
		element(
			'span',
			{ class: 'muted small' },
			escapeHtml(`${words.from[from]} `),
			moment(at),
			escapeHtml(unsure),
		),
		textIn('p', [what, text].filter(Boolean).join(' '), { class: 'bubble', dir: 'auto' }),
	);
}

function talk({ row, events, background }: Person, words: Words): string {
	const messages = conversationOf(row, events, background.done);
	const link = /^https?:\/\//.test(row.link)
		? textIn('a', words.openArticle, { class: 'touch', href: row.link, rel: 'noreferrer' })
		: '';
	return [
		textIn('h2', words.conversation),
		messages.length === 0
			? textIn('p', words.nothingSaid, { class: 'muted' })
			: element('ol', { class: 'talk' }, ...messages.map((message) => bubble(message, words))),
		link,
	].join('');
}

const action = (value: string, label: string, attributes = {}): string =>
	textIn('button', label, { name: 'action', value, ...attributes });

const hidden = (name: string, value: string): string =>
	element('input', { type: 'hidden', name, value });

function otherwise(person: Person, words: Words): string {
	const { reach } = person;
	if (reach.can || reach.why === 'answered') return '';
	const { intro, notices, template, wait, elsewhere } = words.otherwise;
	const ways =
		reach.why === 'left'
			? [elsewhere]
			: [...(reach.notices > 0 ? [notices(reach.notices)] : []), wait, template, elsewhere];
	return (
		textIn('p', intro) + element('ul', { class: 'other' }, ...ways.map((way) => textIn('li', way)))
	);
}

function answerForm(person: Person, form: string, { words, kept }: PersonLook): string {
	const { reach } = person;
	const text = kept?.text ?? '';
	if (!reach.can) {
		return [
			noteOf(words.barriers[reach.why], true),
			otherwise(person, words),
			// Nobody has to write it twice.
			text === '' ? '' : textIn('p', text, { class: 'card bubble' }),
		].join('');
	}
	const most = reach.isPublic ? LONGEST_REPLY : MAX_TEXT_BYTES;
	const limits = reach.isPublic ? words.publicHint : words.textHint;
	const hint = `${reachText(person, words)} ${limits}`;
	return element(
		'form',
		{ method: 'post' },
		hidden('form', form),
		textIn('label', words.text, { for: TEXT_ID }),
		// The first line break in it would be lost.
		`${element('textarea', { id: TEXT_ID, name: 'text', required: true, maxlength: String(most), 'aria-describedby': HINT_ID }, `\n${escapeHtml(text)}`)}`,
		textIn('p', hint, { id: HINT_ID, class: 'muted small' }),
		textIn('label', words.by, { for: BY_ID }),
		element('input', {
			id: BY_ID,
			name: 'by',
			maxlength: String(LONGEST_NAME),
			autocomplete: 'name',
			value: kept?.by,
		}),
		action('send', words.send, { class: 'main' }),
	);
}

function closeForm({ row }: Person, form: string, { words, kept }: PersonLook): string {
	if (row.state !== 'open') return '';
	return [
		textIn('h2', words.withoutAnswer),
		element(
			'form',
			{ method: 'post' },
			hidden('form', form),
			hidden('by', kept?.by ?? ''),
			action('answered', words.answeredElsewhere),
			action('resolved', words.needsNone),
		),
	].join('');
}

/** One person: what was said, what is known, and a box for the answer. */
export function personPage(person: Person, look: PersonLook): string {
	const { words, seal, now, note } = look;
	const { row, events, contact } = person;
	const name = nameOf(row, contact, words);
	const known = {
		ref: seal.refOf(row.key),
		mark: markOf(row, events),
		lastAt: row.lastAt ?? 0,
	};
	const form = seal.formOf(known, now);
	return frame(
		words,
		name,
		textIn('a', words.skipToAnswer, { class: 'skip', href: '#answer' }),
		element('nav', {}, backLink(words)),
		textIn('h1', name),
		textIn('p', statusOf(person, look), { class: 'muted' }),
		note ? noteOf(note.text, note.isBad) : '',
		element(
			'div',
			{ class: 'two' },
			cardOf(person, words),
			element(
				'div',
				{},
				talk(person, words),
				textIn('h2', words.answer, { id: 'answer', tabindex: '-1' }),
				answerForm(person, form, look),
				closeForm(person, form, look),
			),
		),
	);
}
