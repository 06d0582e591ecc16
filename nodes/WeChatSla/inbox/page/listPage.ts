import { element, escapeHtml } from '../../../shared/html';
import { MINUTE_MS } from '../../../shared/calendar/days';
import type { Inbox } from '../reading';
import type { Seal } from '../seal';
import type { CaseRow } from '../../records/opening';
import { channelOf, type Urgency, type Waiter } from '../waiters';
import { frame, moment, nameOf, noteOf, textIn, timeOf } from './frame';
import type { Done, Words } from './words';

interface Look {
	words: Words;
	title: string;
	seal: Seal;
	now: number;
}

const badge = (text: string, kind: string): string =>
	text === '' ? '' : textIn('span', text, { class: `badge ${kind}` });

function waiterItem(waiter: Waiter, { words, seal, now }: Look): string {
	const { row, contact, urgency, since, dueAt, label, isVip } = waiter;
	const channel = channelOf(row);
	const due = dueAt === undefined ? '' : ` · ${moment(dueAt, words.due(timeOf(dueAt)))}`;
	const waits = words.waits((now - since) / MINUTE_MS);
	return element(
		'li',
		{},
		element(
			'a',
			{ href: `?case=${seal.refOf(row.key)}`, class: urgency },
			textIn('span', nameOf(row, contact, words), { class: 'name' }),
			badge(words.urgency[urgency], urgency),
			isVip ? badge(words.vip, 'vip') : badge(label, ''),
			channel === 'comment' ? badge(words.channel.comment, '') : '',
			textIn('span', row.text, { class: 'text', dir: 'auto' }),
			element('span', { class: 'muted small' }, escapeHtml(waits), due),
		),
	);
}

function closedItem(row: CaseRow, { contacts }: Inbox, { words, seal }: Look): string {
	const at = row.closedAt ?? 0;
	return element(
		'li',
		{},
		element(
			'a',
			{ href: `?case=${seal.refOf(row.key)}` },
			textIn('span', nameOf(row, contacts.get(row.openId), words), { class: 'name' }),
			element('span', { class: 'muted small' }, moment(at, words.closedAt(timeOf(at)))),
		),
	);
}

const count = (waiters: readonly Waiter[], urgency: Urgency): number =>
	waiters.filter((waiter) => waiter.urgency === urgency).length;

/** `4 人在等 · 已超时 1 · 快超时 1` */
export function headline(waiters: readonly Waiter[], words: Words): string {
	if (waiters.length === 0) return words.nobody;
	const urgent = (['late', 'atRisk'] as const)
		.map((urgency) => ({ urgency, number: count(waiters, urgency) }))
		.filter(({ number }) => number > 0)
		.map(({ urgency, number }) => `${words.urgency[urgency]} ${number}`);
	return [words.waiting(waiters.length), ...urgent].join(' · ');
}

/** Who waits, and who was answered last. */
export function listPage(inbox: Inbox, look: Look, done?: Done): string {
	const { words, title } = look;
	const { waiters, closed, isCut } = inbox;
	const list = (items: string[]): string => element('ul', { class: 'list' }, ...items);
	return frame(
		words,
		title,
		element(
			'header',
			{ class: 'bar' },
			textIn('h1', title),
			textIn('a', words.refresh, { class: 'touch', href: '?' }),
		),
		done ? noteOf(words.done[done], false) : '',
		textIn('p', headline(waiters, words), { class: 'muted' }),
		isCut ? noteOf(words.isCut, true) : '',
		waiters.length === 0 ? '' : list(waiters.map((waiter) => waiterItem(waiter, look))),
		closed.length === 0 ? '' : textIn('h2', words.recently),
		closed.length === 0 ? '' : list(closed.map((row) => closedItem(row, inbox, look))),
	);
}
