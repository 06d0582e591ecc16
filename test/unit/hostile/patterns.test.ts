/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { growthOf } from '../../harness/growth';
import { HOSTILE_TEXTS, type HostileText } from '../../harness/hostileTexts';

const ROOT = 'nodes';
const SIZE = 1_000;
/** Ten times the text costs a hundred times as much where it is gone through again and again. */
const CLEARLY_MORE = 30;

/** The patterns written down in a file, as they stand there. */
function patternsOf(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const patterns = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
	.flatMap((file) => patternsOf(join(ROOT, file)).map((pattern) => ({ file, pattern })));

/** The pattern for all places of a text; a sticky one is tried where it is put, and nowhere else. */
function everywhere(pattern: string): RegExp {
	const end = pattern.lastIndexOf('/');
	const flags = pattern.slice(end + 1).replace('g', '');
	return new RegExp(pattern.slice(1, end), flags.includes('y') ? flags : `${flags}g`);
}

/** What the pattern itself speaks of, over and over, with an end that it does not know. */
function ownTexts(pattern: string): HostileText[] {
	const signs = new Set(pattern.replace(/\\[a-zA-Z]/g, '').match(/[\p{L}\p{N}=:,.\-/ '"<]/gu));
	const known = ['1', ...signs].slice(0, 11);
	return [...signs].slice(0, 10).flatMap((sign) =>
		known.map(
			(first): HostileText =>
				(length) =>
					`${first}${sign.repeat(length - 2)}\u0001`,
		),
	);
}

const shared = Object.values(HOSTILE_TEXTS).map((make) => [make(SIZE), make(10 * SIZE)] as const);

function isSlow(pattern: string): boolean {
	const expression = everywhere(pattern);
	const own = ownTexts(pattern).map((make) => [make(SIZE), make(10 * SIZE)] as const);
	return [...shared, ...own].some(([small, large]) => {
		const growth = growthOf((size) => {
			const text = size === SIZE ? small : large;
			return () => text.replace(expression, '');
		}, SIZE);
		return growth > CLEARLY_MORE;
	});
}

describe('fault 1.9: no pattern of the nodes goes through a text again and again', () => {
	it('whichever of the texts it meets', () => {
		// One of some thousand measurements may be disturbed all the while; not the same one again.
		const suspects = patterns.filter(({ pattern }) => isSlow(pattern));
		const slow = suspects.filter(({ pattern }) => isSlow(pattern));
		expect(patterns.length).toBeGreaterThan(200);
		expect(isSlow(String.raw`/\s+$/`)).toBe(true);
		expect(slow).toEqual([]);
	}, 120_000);
});
