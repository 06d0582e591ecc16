import type { Style } from './styles';

/** Parts of an article that have a look of their own. */
export type Part =
	| 'article'
	| 'p'
	| 'h1'
	| 'h2'
	| 'h3'
	| 'h4'
	| 'list'
	| 'li'
	| 'blockquote'
	| 'pre'
	| 'code'
	| 'table'
	| 'th'
	| 'td'
	| 'img'
	| 'hr'
	| 'a'
	| 'strong'
	| 'sup'
	| 'notes'
	| 'notesTitle'
	| 'note';

export type Looks = Record<Part, Style>;

export type ThemeName = 'compact' | 'elegant' | 'magazine' | 'simple';

const INK = '#333333';
const SOFT = '#f6f7f8';
const LINE = '#e3e5e8';
/** Without quotes: WeChat writes them as entities when a draft is read. */
const MONO = 'Menlo,Consolas,monospace';

/** A colour made lighter: 0 leaves it, 1 is white. */
function lighter(colour: string, amount: number): string {
	const parts = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
	const light = parts.map((part) => Math.round(part + (255 - part) * amount));
	return `#${light.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const heading = (size: number, margin: string, more: Style = {}): Style => ({
	'font-size': `${size}px`,
	'font-weight': 'bold',
	'line-height': '1.4',
	margin,
	...more,
});

const simple = (accent: string): Looks => ({
	article: {
		'font-size': '16px',
		'line-height': '1.75',
		color: INK,
		'word-break': 'break-word',
		'text-align': 'left',
	},
	p: { margin: '0 0 1em' },
	h1: heading(22, '1.4em 0 0.8em'),
	h2: heading(20, '1.4em 0 0.8em', {
		'border-left': `4px solid ${accent}`,
		'padding-left': '10px',
	}),
	h3: heading(18, '1.2em 0 0.6em', { color: accent }),
	h4: heading(16, '1em 0 0.5em'),
	list: { margin: '0 0 1em', 'padding-left': '1.6em' },
	li: { margin: '0.2em 0' },
	blockquote: {
		margin: '0 0 1em',
		padding: '10px 14px',
		'border-left': `3px solid ${accent}`,
		background: lighter(accent, 0.93),
		color: '#555555',
	},
	pre: {
		margin: '0 0 1em',
		padding: '12px',
		background: SOFT,
		'border-radius': '6px',
		'overflow-x': 'auto',
		'font-size': '13px',
		'line-height': '1.6',
		'font-family': MONO,
		'white-space': 'pre',
	},
	code: {
		padding: '1px 4px',
		background: SOFT,
		'border-radius': '3px',
		color: accent,
		'font-size': '0.9em',
		'font-family': MONO,
	},
	table: { 'border-collapse': 'collapse', width: '100%', 'font-size': '14px', margin: '0 0 1em' },
	th: {
		border: `1px solid ${LINE}`,
		padding: '6px 10px',
		background: lighter(accent, 0.88),
		'font-weight': 'bold',
	},
	td: { border: `1px solid ${LINE}`, padding: '6px 10px' },
	img: { 'max-width': '100%', height: 'auto', display: 'block', margin: '0 auto' },
	hr: { border: 'none', 'border-top': `1px solid ${LINE}`, margin: '1.5em 0' },
	a: { color: accent, 'text-decoration': 'none' },
	strong: { 'font-weight': 'bold' },
	sup: { color: accent, 'font-size': '0.75em' },
	notes: {
		margin: '2em 0 0',
		'padding-top': '0.8em',
		'border-top': `1px solid ${LINE}`,
		'font-size': '13px',
		color: '#888888',
	},
	notesTitle: { 'font-weight': 'bold', margin: '0 0 0.4em' },
	note: { margin: '0 0 0.2em', 'word-break': 'break-all' },
});

type Changes = Partial<Looks>;

const compact = (accent: string): Changes => ({
	article: { 'font-size': '15px', 'line-height': '1.6' },
	p: { margin: '0 0 0.6em' },
	h1: { 'font-size': '19px', margin: '1em 0 0.4em' },
	h2: { 'font-size': '17px', margin: '1em 0 0.4em', 'padding-left': '8px' },
	h3: { 'font-size': '16px', margin: '0.8em 0 0.3em' },
	h4: { 'font-size': '15px', margin: '0.8em 0 0.3em' },
	list: { margin: '0 0 0.6em' },
	li: { margin: '0' },
	blockquote: { padding: '6px 10px', margin: '0 0 0.6em', 'border-left': `2px solid ${accent}` },
	pre: { padding: '8px', margin: '0 0 0.6em', 'font-size': '12px' },
	table: { 'font-size': '13px', margin: '0 0 0.6em' },
});

const elegant = (accent: string): Changes => ({
	article: { 'line-height': '2', 'letter-spacing': '1px', 'text-align': 'justify' },
	h1: { 'text-align': 'center', 'letter-spacing': '2px', color: accent },
	h2: {
		'text-align': 'center',
		'border-left': 'none',
		'padding-left': '0',
		'padding-bottom': '6px',
		'border-bottom': `1px solid ${lighter(accent, 0.5)}`,
		'font-weight': 'normal',
		color: accent,
	},
	h3: { 'text-align': 'center', 'font-weight': 'normal' },
	blockquote: {
		'border-left': 'none',
		background: 'none',
		'text-align': 'center',
		color: '#777777',
		padding: '10px 24px',
	},
	strong: { color: accent },
});

const magazine = (accent: string): Changes => ({
	h1: { 'font-size': '24px', 'border-bottom': `3px solid ${accent}`, 'padding-bottom': '8px' },
	h2: {
		'border-left': 'none',
		padding: '4px 12px',
		background: accent,
		color: '#ffffff',
		display: 'inline-block',
		'border-radius': '3px',
		'font-size': '18px',
	},
	h3: { 'border-bottom': `2px solid ${lighter(accent, 0.6)}`, 'padding-bottom': '4px' },
	blockquote: {
		'border-left': 'none',
		'border-top': `2px solid ${accent}`,
		'font-style': 'italic',
	},
	strong: { color: accent },
	th: { background: accent, color: '#ffffff' },
});

const THEMES: Record<ThemeName, (accent: string) => Changes> = {
	compact,
	elegant,
	magazine,
	simple: () => ({}),
};

/** How the parts of an article look. @param accent `#rrggbb` */
export function looksOf(theme: ThemeName, accent: string): Looks {
	const looks = simple(accent);
	const changes = THEMES[theme](accent);
	for (const [part, change] of Object.entries(changes) as Array<[Part, Style]>) {
		looks[part] = { ...looks[part], ...change };
	}
	return looks;
}
