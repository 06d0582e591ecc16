/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import type { SetName, SetPart } from '../harness/understanding';
import { SETS, readSet, setPath } from '../harness/understanding';

const PARTS: SetPart[] = ['dev', 'held'];
/** How many texts of each label both parts have together, at least. */
const SIZES: Array<[SetName, Record<string, number>]> = [
	['urgent', { urgent: 220, harmless: 220 }],
	['compliance', { breach: 180, fine: 160 }],
	['contacts', { found: 150, none: 150 }],
];
const LONGEST_LINE = 300;

/** Texts that differ in spaces, signs or case alone are the same text. */
const bare = (text: string): string =>
	text.toLowerCase().replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '') || text;

/** What is in a list more than once. */
const repeated = (texts: string[]): string[] =>
	texts.filter((text, at) => texts.indexOf(text) !== at);

describe.each(SIZES)('the evaluation set %s', (name, sizes) => {
	const kinds: Record<string, string[]> = SETS[name];
	const all = PARTS.flatMap((part) => readSet(name, part));

	it('has texts enough, the held part somewhat more than the other, alike in their kinds', () => {
		for (const [label, least] of Object.entries(sizes)) {
			expect(all.filter((row) => row.label === label).length).toBeGreaterThanOrEqual(least);
		}
		for (const [label, ofLabel] of Object.entries(kinds)) {
			for (const kind of ofLabel) {
				const [dev = 0, held = 0] = PARTS.map(
					(part) =>
						readSet(name, part).filter((row) => row.label === label && row.kind === kind).length,
				);
				expect(dev).toBeGreaterThanOrEqual(8);
				expect(held / (dev + held)).toBeGreaterThanOrEqual(0.5);
				expect(held / (dev + held)).toBeLessThanOrEqual(0.6);
			}
		}
	});

	it('knows each label and its kinds', () => {
		expect(all.filter((row) => !kinds[row.label]?.includes(row.kind))).toEqual([]);
	});

	it('has no text twice, in one part or in both', () => {
		expect(repeated(all.map((row) => bare(row.text)))).toEqual([]);
	});

	it.each(PARTS)('is a plain table: %s', (part) => {
		const table = readFileSync(setPath(name, part), 'utf8');
		expect(table).not.toMatch(/\r|\uFEFF|\uFFFD/);
		expect(table.endsWith('\n')).toBe(true);
		const [header, ...lines] = table.slice(0, -1).split('\n');
		expect(header).toBe(`label\t${name === 'compliance' ? 'rule' : 'kind'}\ttext`);
		for (const line of lines) {
			expect(line).toMatch(/^[^\t]+\t[^\t]+\t[^\t\s](?:[^\t]*[^\t\s])?$/u);
			expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
		}
	});
});
