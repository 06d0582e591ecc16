import { NOW } from '../lib/settings.mjs';

/** Code that gives a digest of a menu: the same menu has the same one. */
export const digestOf = (menu) => `JSON.stringify(${menu}).hash('sha256')`;

/** Code that gives what the buttons of a menu are called. */
const buttonsOf = (menu) => `(${menu}?.button ?? []).map(({ name }) => name).join(' | ')`;

/** Values of the row that keeps a menu for a roll-back. */
export const versionOf = ({ menu, status, replacedBy }) => ({
	key: `={{ ${digestOf(menu)} }}`,
	shownAt: NOW,
	buttons: `={{ ${buttonsOf(menu)} }}`,
	replacedBy,
	status,
	menu: `={{ JSON.stringify(${menu}) }}`,
});

/** Parameters of an operation that takes a menu as JSON, from code that gives it. */
export const usingJson = (code) => ({ define: 'json', menuJson: `={{ ${code} }}` });
