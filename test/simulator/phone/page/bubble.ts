import type { ArticleLine, ArticleRef, Content } from '../types';
import { button, el, type Child } from './dom';
import { piecesOf } from './links';
import type { Words } from './texts';

/** What a tap in a bubble does. */
export interface Taps {
	choose(id: string, text: string): void;
	read(article: ArticleRef | { url: string }): void;
	/** Whose phone it is. */
	openId: string;
}

const AUTHORIZE = 'https://open.weixin.qq.com/connect/oauth2/authorize?';
/** WeChat's own addresses of articles: the phone reads them itself. */
const ARTICLE = /^https?:\/\/mp\.weixin\.qq\.com\//i;

/** Where a link leads on this phone: web authorization is played by the simulator. */
function addressOn(openId: string, address: string): string {
	if (!address.startsWith(AUTHORIZE)) return address;
	const asked = new URLSearchParams(address.slice(AUTHORIZE.length).split('#', 1)[0]);
	const query = new URLSearchParams({
		openId,
		redirect_uri: asked.get('redirect_uri') ?? '',
		state: asked.get('state') ?? '',
	});
	return `/__sim/authorize?${query.toString()}`;
}

/** A link: an article opens on the phone, everything else in a tab of its own. */
export function link(address: string, taps: Taps, words: Words, ...label: Child[]): HTMLElement {
	if (ARTICLE.test(address)) {
		return button({ class: 'link' }, () => taps.read({ url: address }), ...label);
	}
	return el(
		'a',
		{ href: addressOn(taps.openId, address), target: '_blank', rel: 'noopener noreferrer' },
		...label,
		el('span', { class: 'unseen' }, words.say('newTab')),
	);
}

function text(written: string, taps: Taps, words: Words): HTMLElement {
	const pieces = piecesOf(written).map((piece): Child => {
		if (piece.kind === 'words') return piece.text;
		if (piece.kind === 'link') return link(piece.address, taps, words, piece.text);
		return button({ class: 'link' }, () => taps.choose(piece.id, piece.content), piece.text);
	});
	return el('p', { class: 'text', dir: 'auto' }, ...pieces);
}

function picture(source: string, alt: string): HTMLElement {
	const image = el('img', { src: source, alt, class: 'picture', loading: 'lazy' });
	// What cannot be loaded is told in words.
	image.addEventListener('error', () => image.replaceWith(el('p', { class: 'text' }, `[${alt}]`)));
	return image;
}

function cover(source: string): HTMLElement | undefined {
	if (!/^https?:\/\//.test(source)) return undefined;
	const image = el('img', { src: source, alt: '', class: 'cover', loading: 'lazy' });
	image.addEventListener('error', () => image.remove());
	return image;
}

function articleLine(line: ArticleLine, taps: Taps, words: Words): HTMLElement {
	const { article, title, description, url } = line;
	const inside: Child[] = [
		cover(line.picture),
		el('strong', {}, title),
		description !== '' && el('span', { class: 'description' }, description),
	];
	if (article) return button({ class: 'article' }, () => taps.read(article), ...inside);
	const made = link(url, taps, words, ...inside);
	made.classList.add('article');
	return made;
}

type Shown<K extends Content['kind']> = Extract<Content, { kind: K }>;

function choices(shown: Shown<'choices'>, taps: Taps): HTMLElement {
	const entries = shown.entries.map(({ id, content }) =>
		el(
			'li',
			{},
			button({ class: 'link' }, () => taps.choose(id, content), content),
		),
	);
	return el(
		'div',
		{ class: 'text', dir: 'auto' },
		shown.head !== '' && el('p', {}, shown.head),
		el('ul', { class: 'choices' }, ...entries),
		shown.tail !== '' && el('p', {}, shown.tail),
	);
}

function card(shown: Shown<'card'>, taps: Taps, words: Words): HTMLElement {
	const rows = shown.rows.map(({ label, value }) =>
		el('div', {}, el('dt', {}, label), el('dd', {}, value)),
	);
	return el(
		'div',
		{ class: 'card' },
		el('strong', {}, shown.title),
		el('dl', {}, ...rows),
		shown.url !== '' && link(shown.url, taps, words, words.say('open')),
	);
}

/** What a follower does without writing, in words. */
export function actText({ event, detail }: Shown<'act'>, words: Words): string {
	if (event === 'subscribe' && detail !== '') return words.say('act.subscribeBy', { detail });
	switch (event) {
		case 'subscribe':
		case 'unsubscribe':
		case 'SCAN':
		case 'CLICK':
		case 'VIEW':
			return words.say(`act.${event}`, { detail });
		case 'subscribe_msg_popup_event':
		case 'subscribe_msg_change_event':
			return words.say('act.consent');
		default:
			return words.say('act.other', { event, detail });
	}
}

/** The inside of a bubble. */
export function contentElement(shown: Content, taps: Taps, words: Words): HTMLElement {
	switch (shown.kind) {
		case 'text':
			return text(shown.text, taps, words);
		case 'picture':
			return picture(shown.source, words.say('kind.picture'));
		case 'voice':
			return el('audio', {
				controls: true,
				src: shown.source,
				'aria-label': words.say('kind.voice'),
			});
		case 'video':
			return el('video', {
				controls: true,
				src: shown.source,
				'aria-label': words.say('kind.video'),
			});
		case 'articles':
			return el(
				'div',
				{ class: 'articles' },
				...shown.articles.map((line) => articleLine(line, taps, words)),
			);
		case 'choices':
			return choices(shown, taps);
		case 'card':
			return card(shown, taps, words);
		case 'act':
			return el('p', {}, actText(shown, words));
		case 'other':
			return el('p', { class: 'text', dir: 'auto' }, words.say('kind.other', { ...shown }));
	}
}
