import { button, el, fill, the, type Child } from './dom';
import type { Words } from './texts';

/** The sheet that slides up over the phone: one at a time, closed by its button, Escape, or a tap beside it. */
export class Sheet {
	private readonly dialog = the('sheet', HTMLDialogElement);

	constructor(private readonly words: Words) {
		this.dialog.addEventListener('click', ({ target }) => {
			if (target === this.dialog) this.close();
		});
	}

	/** Shows a sheet in the place of the one that is open. The focus goes back when it closes. */
	open(title: string, ...children: Child[]): void {
		const close = button(
			{ class: 'plain', 'aria-label': this.words.say('close') },
			() => this.close(),
			'✕',
		);
		const head = el('header', {}, el('h2', { id: 'sheet-title' }, title), close);
		fill(this.dialog, el('div', { class: 'inside' }, head, ...children));
		if (!this.dialog.open) this.dialog.showModal();
	}

	close(): void {
		this.dialog.close();
	}
}

/** A field with its label. */
export function field(label: string, input: HTMLElement): HTMLElement {
	return el('label', { class: 'field' }, el('span', {}, label), input);
}

/** A form with one button, which a person sends by Enter, too. */
export function form(label: string, action: () => void, ...children: Child[]): HTMLFormElement {
	const made = el('form', {}, ...children, el('button', { class: 'main' }, label));
	made.addEventListener('submit', (event) => {
		event.preventDefault();
		action();
	});
	return made;
}

/** A list of buttons. */
export function list(...buttons: HTMLElement[]): HTMLElement {
	return el('ul', { class: 'list' }, ...buttons.map((one) => el('li', {}, one)));
}
