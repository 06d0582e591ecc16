import type { ArticleRef, ArticleView, ChannelCode, ConsoleView, FollowerLine } from '../types';
import { command, read } from './api';
import { button, el, fill } from './dom';
import { field, form, list, type Sheet } from './sheet';
import type { Words } from './texts';

/** What the sheets work on. */
export interface Desk {
	sheet: Sheet;
	words: Words;
	openId(): string;
	choose(openId: string): void;
	/** Does something of the follower's, and tells what goes wrong. */
	attempt(action: () => Promise<unknown>): void;
}

/** Who the person at the phone is: one of the followers, or a new one. */
export async function showPeople({ sheet, words, choose, attempt }: Desk): Promise<void> {
	const search = el('input', { type: 'search', autocomplete: 'off' });
	const name = el('input', { type: 'text', maxlength: '30', autocomplete: 'off' });
	const found = el('div');
	const take = (openId: string) => {
		sheet.close();
		choose(openId);
	};
	const look = async () => {
		const people = await read<FollowerLine[]>('people', { search: search.value });
		const lines = people.map((person) => {
			const left = person.isFollowing ? '' : `（${words.say('people.left')}）`;
			return button({ class: 'line' }, () => take(person.openId), `${person.name}${left}`);
		});
		fill(found, lines.length > 0 ? list(...lines) : el('p', {}, words.say('people.none')));
	};
	search.addEventListener('input', () => attempt(look));
	const join = () =>
		attempt(async () => {
			const { openId } = await command<{ openId: string }>('addPerson', { name: name.value });
			take(openId);
		});
	await look();
	sheet.open(
		words.say('people.title'),
		form(words.say('people.add'), join, field(words.say('people.new'), name)),
		field(words.say('people.search'), search),
		found,
	);
}

/** A channel code to scan: one that the account has made, or any scene. */
export async function showCodes({ sheet, words, openId, attempt }: Desk): Promise<void> {
	const codes = await read<ChannelCode[]>('codes');
	const scan = (scene: string) => {
		sheet.close();
		attempt(async () => await command('scanCode', { openId: openId(), scene }));
	};
	const input = el('input', { type: 'text', required: true, maxlength: '64', autocomplete: 'off' });
	const lines = codes.map(({ scene }) => button({ class: 'line' }, () => scan(scene), scene));
	sheet.open(
		words.say('scan.title'),
		el('p', {}, words.say('scan.how')),
		list(...lines),
		form(words.say('scan.do'), () => scan(input.value), field(words.say('scan.scene'), input)),
	);
}

/** What a code says that the menu has asked the follower to scan. */
export function askForCode({ sheet, words }: Desk, scanned: (text: string) => void): void {
	const input = el('input', { type: 'text', required: true, autocomplete: 'off' });
	const done = () => {
		sheet.close();
		scanned(input.value);
	};
	sheet.open(
		words.say('scan.title'),
		form(words.say('scan.do'), done, field(words.say('scan.result'), input)),
	);
}

/** The account's articles. */
export async function showArticles(desk: Desk): Promise<void> {
	const { sheet, words, attempt } = desk;
	const articles = await read<Array<ArticleRef & { title: string }>>('articles');
	const lines = articles.map(({ title, ...article }) =>
		button({ class: 'line' }, () => attempt(async () => await showArticle(desk, article)), title),
	);
	sheet.open(
		words.say('articles.title'),
		lines.length > 0 ? list(...lines) : el('p', {}, words.say('articles.none')),
	);
}

function comments(words: Words, article: ArticleView): HTMLElement {
	if (article.comments.length === 0) return el('p', {}, words.say('article.noComments'));
	const lines = article.comments.map(({ name, content, isOwn, isFeatured, reply }) => {
		const marks = [isOwn && words.say('article.own'), isFeatured && words.say('article.featured')];
		return el(
			'li',
			{},
			el('p', { class: 'note' }, [name, ...marks.filter((mark) => mark !== false)].join(' · ')),
			el('p', { dir: 'auto' }, content),
			reply !== undefined &&
				el('p', { class: 'reply', dir: 'auto' }, `${words.say('article.reply')}: ${reply}`),
		);
	});
	return el('ul', { class: 'comments' }, ...lines);
}

/** An article to read, and to comment on. */
export async function showArticle(
	desk: Desk,
	wanted: ArticleRef | { url: string },
	said = '',
): Promise<void> {
	const { sheet, words, openId, attempt } = desk;
	const query = Object.entries({ ...wanted, openId: openId() });
	const article = await read<ArticleView>(
		'article',
		Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
	);
	const { msgDataId, index } = article;
	const again = async (text = '') => await showArticle(desk, { msgDataId, index }, text);
	const input = el('textarea', { rows: '2', required: true, maxlength: '600' });
	const send = () =>
		attempt(async () => {
			const comment = { msgDataId, index, openId: openId(), content: input.value };
			await command('comment', comment);
			await again(words.say('article.sent'));
		});
	const { paragraphs } = article;
	sheet.open(
		article.title,
		el('p', { class: 'note' }, article.publishedOn),
		...(paragraphs.length > 0 ? paragraphs : [words.say('article.noText')]).map((text) =>
			el('p', { dir: 'auto' }, text),
		),
		el('h3', {}, words.say('article.comments')),
		comments(words, article),
		el('p', { role: 'status' }, said),
		article.isCommentable
			? form(words.say('send'), send, field(words.say('article.write'), input))
			: el('p', {}, words.say('article.closed')),
		button({ class: 'second' }, () => attempt(again), words.say('article.refresh')),
	);
}

/** Notices to which a follower can agree. */
export async function showNotices({ sheet, words, openId, attempt }: Desk): Promise<void> {
	const { notices } = await read<ConsoleView>('console');
	const agree = (templateId: string) => {
		sheet.close();
		attempt(async () => await command('consent', { openId: openId(), templateId, isAgreed: true }));
	};
	const lines = notices.map(({ id, title }) => button({ class: 'line' }, () => agree(id), title));
	sheet.open(
		words.say('notice.title'),
		lines.length > 0 ? list(...lines) : el('p', {}, words.say('notice.none')),
	);
}
