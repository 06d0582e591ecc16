import type { Bubble, Outcome, PhoneView } from '../types';
import { contentElement, type Taps } from './bubble';
import { el, fill } from './dom';
import type { Words } from './texts';

/** After so long without a word the time is shown. */
const PAUSE_MS = 5 * 60_000;
/** What comes later is no answer to what was written before. */
const MOST_TOOK_MS = 10 * 60_000;

function outcomeText(outcome: Outcome | undefined, words: Words): string {
	switch (outcome?.kind) {
		case undefined:
			return '';
		case 'underWay':
			return words.say('underWay');
		case 'withStaff':
			return words.say('withStaff', { account: outcome.account });
		case 'handedToAi':
			return words.say('handedToAi');
		case 'answered':
			// The reply itself says how long it took.
			return outcome.attempts > 1 ? words.say('attempts', { n: outcome.attempts }) : '';
		case 'acknowledged':
			return words.say('acknowledged', { took: words.took(outcome.milliseconds) });
		case 'outOfOrder':
			return [
				words.say('outOfOrder'),
				outcome.reason,
				words.say('attempts', { n: outcome.attempts }),
			].join(' · ');
	}
}

function cameText({ way, tookMs }: Bubble, words: Words): string {
	if (!way) return '';
	const isAnswer = tookMs !== undefined && tookMs < MOST_TOOK_MS;
	return [words.say(`way.${way}`), ...(isAnswer ? [words.took(tookMs)] : [])].join(' · ');
}

interface Row {
	element: HTMLElement;
	note: HTMLElement;
	/** What the element shows, apart from its note. */
	shown: string;
	noted: string;
}

/** The chat: bubbles stay as they are while new ones come, so that a screen reader tells the new ones only. */
export class Chat {
	private readonly rows = new Map<string, Row>();

	private openId = '';

	constructor(
		private readonly list: HTMLElement,
		private readonly words: Words,
		private readonly tapsOf: (openId: string) => Taps,
	) {}

	/** Shows what is new. */
	show({ follower, bubbles, now }: PhoneView): void {
		const openId = follower?.openId ?? '';
		if (openId !== this.openId) this.clear(openId);
		const isAtEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
		const ids = new Set(bubbles.map(({ id }) => id));
		for (const [id, { element }] of this.rows) {
			if (ids.has(id)) continue;
			element.remove();
			this.rows.delete(id);
		}
		let hasNew = false;
		bubbles.forEach((bubble, index) => {
			const before = bubbles[index - 1];
			const isAfterPause = !before || bubble.at - before.at > PAUSE_MS;
			hasNew = this.place(bubble, index, isAfterPause ? now : undefined) || hasNew;
		});
		if (hasNew && isAtEnd) this.list.scrollTop = this.list.scrollHeight;
	}

	private clear(openId: string): void {
		this.openId = openId;
		this.rows.clear();
		fill(this.list);
	}

	/** Puts a bubble where it belongs. @returns whether it is new */
	private place(bubble: Bubble, index: number, timeFrom: number | undefined): boolean {
		const time = timeFrom === undefined ? '' : this.words.time(bubble.at, timeFrom);
		const shown = JSON.stringify([bubble.content, time]);
		const known = this.rows.get(bubble.id);
		const row = known?.shown === shown ? known : this.make(bubble, time, shown);
		if (known && known !== row) known.element.replaceWith(row.element);
		this.rows.set(bubble.id, row);
		const noted =
			bubble.by === 'account'
				? cameText(bubble, this.words)
				: outcomeText(bubble.outcome, this.words);
		if (row.noted !== noted) {
			row.noted = noted;
			row.note.textContent = noted;
			row.note.classList.toggle('bad', bubble.outcome?.kind === 'outOfOrder');
		}
		const there = this.list.children[index];
		if (there !== row.element) this.list.insertBefore(row.element, there ?? null);
		return known === undefined;
	}

	private make(bubble: Bubble, time: string, shown: string): Row {
		const { content, by } = bubble;
		const { words } = this;
		const isAct = content.kind === 'act';
		const author = words.say(isAct ? 'system' : by === 'follower' ? 'you' : 'account');
		const note = el('p', { class: 'note' });
		const element = el(
			'div',
			{ class: `row ${isAct ? 'act' : by}` },
			time !== '' && el('p', { class: 'time' }, time),
			el(
				'div',
				{ class: 'bubble' },
				el('span', { class: 'unseen' }, `${author}: `),
				contentElement(content, this.tapsOf(this.openId), words),
			),
			note,
		);
		return { element, note, shown, noted: '' };
	}
}
