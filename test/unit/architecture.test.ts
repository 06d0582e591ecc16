/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const ROOT = 'nodes';

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
	.map((file) => join(ROOT, file));

const requestsOf = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/\bfrom '([^']+)'/g)].map(([, request]) => request ?? '');

/** The folder of `nodes/` that a file belongs to. */
const houseOf = (file: string): string => relative(ROOT, file).split(/[\\/]/, 1)[0] ?? '';

const imports = files.flatMap((file) =>
	requestsOf(file).map((request) => ({
		file,
		request,
		target: request.startsWith('.') ? normalize(join(dirname(file), request)) : undefined,
	})),
);

describe('the arrows of the house point downward', () => {
	it('no node imports another one, and nothing shared knows a node', () => {
		const wrong = imports.filter(({ file, target }) => {
			if (!target) return false;
			return houseOf(target) !== houseOf(file) && houseOf(target) !== 'shared';
		});
		expect(imports.length).toBeGreaterThan(500);
		expect(wrong).toEqual([]);
	});

	it('an engine knows neither n8n nor what stands above it', () => {
		const engines = imports.filter(({ file }) => /[\\/]engine[\\/]/.test(file));
		const wrong = engines.filter(({ request, target }) => {
			if (request === 'n8n-workflow') return true;
			if (!target || houseOf(target) === 'shared')
				return /shared\/(engagement|transport)/.test(request);
			return !/[\\/]engine([\\/]|$)/.test(target);
		});
		expect(engines.length).toBeGreaterThan(200);
		expect(wrong).toEqual([]);
	});
});
