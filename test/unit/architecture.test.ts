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

describe('fault 2.7: no list is taken to pieces as the arguments of a call', () => {
	/** 130,000 arguments overflow the stack. A list within brackets may be as long as it likes. */
	const SPREAD =
		/(?:\.(?:push|unshift|concat|apply)|Math\.(?:max|min)|fromC\w+)\((?:[^()]*,)?\s*\.\.\./;

	it('whatever the length of the list', () => {
		const spread = files.filter((file) => SPREAD.test(readFileSync(file, 'utf8')));
		expect(SPREAD.test('list.push(...entries)')).toBe(true);
		expect(SPREAD.test('Math.max(0, ...amounts)')).toBe(true);
		expect(spread).toEqual([]);
	});
});

describe('a file fits on two screens', () => {
	const MOST_LINES = 200;
	/** Those that do not, and why. */
	const LONGER: Record<string, string> = {
		'shared/transport/errorTable.ts': 'a table, a line each code',
		'shared/text/intents.ts': 'a list of words',
		'WeChatMetrics/engine/catalog.ts': 'a table, an entry each metric',
		'WeChatActivity/engine/compliance/planRules.ts': 'a list of rules',
		'shared/records/dataTables/dataTables.ts': 'one port, each of its verbs',
		'shared/records/postgres/postgres.ts': 'one port, each of its verbs',
		'shared/engagement/recordOperation.ts': 'what an operation is, and how it runs',
	};

	it('or it is said why not', () => {
		const long = files
			.filter((file) => readFileSync(file, 'utf8').split('\n').length > MOST_LINES + 1)
			.map((file) => relative(ROOT, file).replaceAll('\\', '/'));
		expect(long.sort()).toEqual(Object.keys(LONGER).sort());
	});
});

describe('section 6: no file needs itself', () => {
	/** What a file imports, by its path; a folder stands for its index. */
	const importedBy = new Map(
		files.map((file) => [
			file,
			imports
				.filter((one) => one.file === file && one.target !== undefined)
				.flatMap(({ target = '' }) => [`${target}.ts`, join(target, 'index.ts')])
				.filter((path) => files.includes(path)),
		]),
	);

	/** A way from a file back to itself; undefined when there is none. */
	function circleFrom(start: string): string[] | undefined {
		const ways: string[][] = [[start]];
		const visited = new Set<string>();
		for (let way = ways.pop(); way; way = ways.pop()) {
			for (const next of importedBy.get(way.at(-1) ?? '') ?? []) {
				if (next === start) return [...way, next];
				if (visited.has(next)) continue;
				visited.add(next);
				ways.push([...way, next]);
			}
		}
		return undefined;
	}

	it('not even by way of others', () => {
		expect(importedBy.size).toBeGreaterThan(400);
		expect(files.map(circleFrom).find((way) => way !== undefined)).toBeUndefined();
	});
});

describe('fault 6: a name means one thing', () => {
	it('the AppID of the credential is no account ID, which is the gh_… of a message', () => {
		const named = files.filter((file) =>
			/(function|const) accountId\b/.test(readFileSync(file, 'utf8')),
		);
		expect(named).toEqual([]);
	});

	it('lists may end: the compiler asks what happens then', () => {
		const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
			compilerOptions: Record<string, unknown>;
		};
		expect(compilerOptions).toMatchObject({ strict: true, noUncheckedIndexedAccess: true });
	});
});

describe('docs/architecture.md', () => {
	const page = readFileSync('docs/architecture.md', 'utf8');
	const named = [...page.matchAll(/`([\w/.-]+\.ts)`/g)]
		.map(([, name = '']) => name)
		.filter((name) => !name.startsWith('test/'));

	it('walks along files that are there', () => {
		const all = [...files, 'credentials/WeChatOfficialAccountApi.credentials.ts'];
		const gone = named.filter((name) => !all.some((file) => `/${file}`.endsWith(`/${name}`)));
		expect(named.length).toBeGreaterThan(50);
		expect(gone).toEqual([]);
	});

	it('counts the engagement nodes as they are', () => {
		const nodes = new Set(files.map(houseOf).filter((house) => house !== 'shared'));
		expect(page).toContain(`${nodes.size - 4} engagement nodes`);
	});
});
