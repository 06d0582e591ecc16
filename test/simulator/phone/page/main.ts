import type { PhoneView } from '../types';
import { command, Refused } from './api';
import { Behind } from './behind';
import type { Taps } from './bubble';
import { Chat } from './chat';
import { button, the } from './dom';
import { MenuBar } from './menu';
import { pickPicture } from './picture';
import { list, Sheet } from './sheet';
import { showArticle, showArticles, showCodes, showNotices, showPeople, type Desk } from './sheets';
import { tabs } from './tabs';
import { languageOf, TEXTS, Words, type TextKey } from './texts';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const words = new Words(languageOf(asked));
const alertLine = the('alert', HTMLElement);
let openId = location.hash.slice(1);
let view: PhoneView | undefined;
let source: EventSource | undefined;

const isKey = (key: string): key is TextKey => key in TEXTS;

/** Fills in the texts of the page itself. */
function translate(): void {
	document.documentElement.lang = words.language;
	document.title = words.say('title');
	document.querySelectorAll<HTMLElement>('[data-text], [data-label]').forEach((element) => {
		const { text = '', label = '' } = element.dataset;
		if (isKey(text)) element.textContent = words.say(text);
		if (isKey(label)) element.setAttribute('aria-label', words.say(label));
	});
}

function complain(text: string): void {
	alertLine.textContent = text;
	alertLine.hidden = text === '';
}

function attempt(action: () => Promise<unknown>): void {
	complain('');
	action().catch((error: unknown) => {
		desk.sheet.close();
		complain(error instanceof Refused ? words.error(error.message) : words.say('lost'));
	});
}

const tapsOf = (reader: string): Taps => ({
	openId: reader,
	choose: (id, text) => attempt(async () => await command('tap', { openId: reader, id, text })),
	read: (article) => attempt(async () => await showArticle(desk, article)),
});

const desk: Desk = {
	sheet: new Sheet(words),
	words,
	openId: () => openId,
	choose,
	attempt,
};
translate();
tabs();
const chat = new Chat(the('chat', HTMLElement), words, tapsOf);
const menu = new MenuBar(desk, tapsOf);
const behind = new Behind(desk);

function show(shown: PhoneView): void {
	view = shown;
	const { follower } = shown;
	const isFollowing = follower?.isFollowing === true;
	the('person', HTMLElement).textContent = follower
		? words.say('person', { name: follower.name })
		: words.say('nobody');
	the('more', HTMLElement).hidden = !follower;
	the('follow', HTMLElement).hidden = !follower || isFollowing;
	the('bar', HTMLElement).hidden = !isFollowing;
	const empty = !follower
		? words.say('welcome')
		: isFollowing
			? words.say('nothingYet')
			: words.say('notFollowing');
	the('empty', HTMLElement).textContent = shown.bubbles.length > 0 ? '' : empty;
	the('typing', HTMLElement).textContent = follower?.isTyping ? words.say('typing') : '';
	chat.show(shown);
	menu.show(shown);
	behind.show(shown);
}

function listen(): void {
	source?.close();
	source = new EventSource(`/__sim/events?openId=${encodeURIComponent(openId)}`);
	source.addEventListener('message', ({ data }) => {
		const shown: PhoneView = JSON.parse(String(data));
		if (alertLine.textContent === words.say('lost')) complain('');
		show(shown);
	});
	source.addEventListener('error', () => complain(words.say('lost')));
}

function choose(chosen: string): void {
	openId = chosen;
	history.replaceState(null, '', `#${chosen}`);
	complain('');
	listen();
}

function showMore(): void {
	const isFollowing = view?.follower?.isFollowing === true;
	const lead = (text: TextKey, action: () => Promise<unknown>) =>
		button({ class: 'line' }, () => attempt(action), words.say(text));
	const unfollow = async () => {
		desk.sheet.close();
		await command('unfollow', { openId });
	};
	const lines = [
		lead(isFollowing ? 'more.scanAgain' : 'more.scan', async () => await showCodes(desk)),
		lead('more.articles', async () => await showArticles(desk)),
		...(isFollowing
			? [lead('more.notice', async () => await showNotices(desk)), lead('more.unfollow', unfollow)]
			: []),
	];
	desk.sheet.open(words.say('more'), list(...lines));
}

const input = the('message', HTMLTextAreaElement);
const composer = the('composer', HTMLFormElement);
composer.addEventListener('submit', (event) => {
	event.preventDefault();
	const text = input.value;
	if (text.trim() === '') return;
	input.value = '';
	attempt(async () => {
		await command('say', { openId, text }).catch((error: unknown) => {
			// What could not be sent can be sent again.
			if (input.value === '') input.value = text;
			throw error;
		});
	});
});
input.addEventListener('keydown', (event) => {
	// While a Chinese word is being typed, Enter chooses its characters.
	if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	composer.requestSubmit();
});
the('picture', HTMLElement).addEventListener('click', () =>
	pickPicture((picture) =>
		attempt(async () => await command('sendPicture', { openId, ...picture })),
	),
);
the('person', HTMLElement).addEventListener('click', () =>
	attempt(async () => await showPeople(desk)),
);
the('more', HTMLElement).addEventListener('click', showMore);
the('follow', HTMLElement).addEventListener('click', () =>
	attempt(async () => await command('follow', { openId })),
);
addEventListener('hashchange', () => choose(location.hash.slice(1)));
listen();
