import type { Button, PhoneView, Tapped } from '../types';
import { command } from './api';
import { link, type Taps } from './bubble';
import { button, el, fill, the } from './dom';
import { pickPicture } from './picture';
import { askForCode, type Desk } from './sheets';

/** The account's menu at the bottom: up to three buttons, each alone or with up to five entries above it. */
export class MenuBar {
	private readonly bar = the('menu', HTMLElement);

	private readonly toggle = the('toggle', HTMLButtonElement);

	private readonly composer = the('composer', HTMLFormElement);

	private shown = '';

	constructor(
		private readonly desk: Desk,
		private readonly tapsOf: (openId: string) => Taps,
	) {
		this.toggle.addEventListener('click', () => this.showMenu(this.bar.hidden));
		this.bar.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape') this.closeAll(true);
		});
		document.addEventListener('click', ({ target }) => {
			if (target instanceof Node && !this.bar.contains(target)) this.closeAll();
		});
	}

	/** Shows the menu of the follower, if it has changed. */
	show({ menu, follower }: PhoneView): void {
		const shown = JSON.stringify([menu, follower?.openId]);
		if (shown === this.shown) return;
		this.shown = shown;
		this.toggle.hidden = menu.length === 0;
		fill(this.bar, ...menu.map((entry, index) => this.group(entry, index)));
		this.showMenu(menu.length > 0);
	}

	private showMenu(isMenu: boolean): void {
		this.bar.hidden = !isMenu;
		this.composer.hidden = isMenu;
		this.toggle.setAttribute('aria-label', this.desk.words.say(isMenu ? 'toKeyboard' : 'toMenu'));
		this.toggle.dataset.shows = isMenu ? 'menu' : 'keyboard';
	}

	private group(entry: Button, index: number): HTMLElement {
		if (entry.entries.length === 0) return el('div', {}, this.entry(entry, [index]));
		const entries = entry.entries.map((below, at) => el('li', {}, this.entry(below, [index, at])));
		const list = el('ul', { id: `menu-${index}`, hidden: true }, ...entries);
		const opener = button(
			{ 'aria-expanded': 'false', 'aria-controls': `menu-${index}` },
			() => {
				const isOpening = list.hidden;
				this.closeAll();
				list.hidden = !isOpening;
				opener.setAttribute('aria-expanded', String(isOpening));
			},
			`≡ ${entry.name}`,
		);
		return el('div', {}, opener, list);
	}

	private entry(entry: Button, at: number[]): HTMLElement {
		const { desk } = this;
		const { type, name, url } = entry;
		if (type === 'view') {
			const made = link(url, this.tapsOf(desk.openId()), desk.words, name);
			made.addEventListener('click', () => this.tap({ at }));
			return made;
		}
		return button({}, () => this.ask(type, at), name);
	}

	/** Some entries want something of the follower first. */
	private ask(type: string, at: number[]): void {
		if (type.startsWith('scancode_')) askForCode(this.desk, (scanned) => this.tap({ at, scanned }));
		else if (type.startsWith('pic_')) pickPicture((picture) => this.tap({ at, picture }));
		else this.tap({ at });
	}

	private tap(given: { at: number[]; scanned?: string; picture?: object }): void {
		this.closeAll();
		const openId = this.desk.openId();
		this.desk.attempt(async () => {
			const { article } = await command<Tapped>('tapMenu', { openId, ...given });
			if (article) this.tapsOf(openId).read(article);
		});
	}

	/** @param isByKey whether the focus goes back to the button whose entries were open */
	private closeAll(isByKey = false): void {
		this.bar.querySelectorAll<HTMLElement>('[aria-expanded="true"]').forEach((opener) => {
			opener.setAttribute('aria-expanded', 'false');
			const list = opener.nextElementSibling;
			if (list instanceof HTMLElement) list.hidden = true;
			if (isByKey) opener.focus();
		});
	}
}
