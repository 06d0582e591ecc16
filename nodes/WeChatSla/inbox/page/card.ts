import { element } from '../../../shared/html';
import { sourceName } from '../../../shared/contact/names';
import type { Person } from '../reading';
import { textIn, timeOf } from './frame';
import type { Words } from './words';

const timeOrNothing = (epoch: number | null): string => (epoch === null ? '' : timeOf(epoch));

/** How far, and until when, somebody can be answered. */
export function reachText({ reach }: Pick<Person, 'reach'>, words: Words): string {
	if (!reach.can) return words.notNow;
	if (reach.isPublic) return words.canReplyPublicly;
	return words.canWrite(reach.messagesLeft, reach.until === undefined ? '' : timeOf(reach.until));
}

function linesOf(person: Person, words: Words): Array<[label: string, text: string]> {
	const { row, contact, background } = person;
	const { labels } = words;
	const { points, streak, channel } = background;
	const known: Array<[label: string, text: string]> = contact
		? [
				[labels.remark, contact.remark],
				[labels.tier, contact.tier],
				[labels.segment, words.segments[contact.segment] ?? contact.segment],
				[labels.tags, contact.tags],
				[labels.points, points === undefined ? '' : String(points)],
				[labels.streak, streak === undefined ? '' : words.days(streak)],
				[labels.lastAt, timeOrNothing(contact.lastAt)],
				[labels.subscribedAt, timeOrNothing(contact.subscribedAt)],
				[labels.channel, channel || contact.scene || sourceName(contact.source)],
				[labels.groupName, contact.groupName],
			]
		: [];
	return [...known, [labels.openId, row.openId], [labels.reach, reachText(person, words)]];
}

/** What is known of a follower, as a card. */
export function cardOf(person: Person, words: Words): string {
	const lines = linesOf(person, words)
		.filter(([, text]) => text.trim() !== '')
		.map(([label, text]) => textIn('dt', label) + textIn('dd', text, { dir: 'auto' }));
	return element(
		'aside',
		{ 'aria-labelledby': 'profile' },
		textIn('h2', words.profile, { id: 'profile' }),
		element(
			'div',
			{ class: 'card' },
			person.contact ? '' : textIn('p', words.noProfile, { class: 'muted' }),
			element('dl', {}, ...lines),
		),
	);
}
