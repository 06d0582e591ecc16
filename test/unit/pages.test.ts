/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pages = [
	...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
	...readdirSync('.'),
].filter((file) => file.endsWith('.md'));

const OF_OWN = /^(?![a-z]+:|#)/;
/** Blocks and words of code. */
const CODE = /```[^]*?```|`[^`\n]*`/g;

/** Where links and pictures of a page lead, those into the web and into the page itself left out. */
const linksOf = (page: string): string[] =>
	[
		...readFileSync(page, 'utf8')
			.replace(CODE, '')
			.matchAll(/\]\(([^)\s]+)\)/g),
	]
		.map(([, link = '']) => link)
		.filter((link) => OF_OWN.test(link))
		.map((link) => join(dirname(page), link.replace(/#.*/, '')));

it.each(pages)('%s leads to files that are there', (page) => {
	expect(linksOf(page).filter((file) => !existsSync(file))).toEqual([]);
});

it('every picture of a canvas stands on a page of its language', () => {
	const shown = new Set(pages.flatMap(linksOf));
	const pictures = readdirSync('docs/images/canvases').map((file) =>
		join('docs/images/canvases', file),
	);
	expect(pictures.filter((file) => !shown.has(file))).toEqual([]);
});
