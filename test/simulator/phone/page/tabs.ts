import { the } from './dom';

const VIEWS = ['phone', 'behind'];

/** On a small screen one of the two panes is shown; arrow keys change it as a click does. */
export function tabs(): void {
	const all = VIEWS.map((view) => ({ view, tab: the(`tab-${view}`, HTMLButtonElement) }));
	const choose = (chosen: string, hasFocus: boolean) => {
		document.body.dataset.view = chosen;
		for (const { view, tab } of all) {
			tab.setAttribute('aria-selected', String(view === chosen));
			tab.tabIndex = view === chosen ? 0 : -1;
			if (hasFocus && view === chosen) tab.focus();
		}
	};
	for (const { view, tab } of all) {
		tab.addEventListener('click', () => choose(view, false));
		tab.addEventListener('keydown', ({ key }) => {
			if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
			choose(VIEWS.find((other) => other !== view) ?? view, true);
		});
	}
}
