/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.github/workflows';

const files = readdirSync(FOLDER).map((name) => ({
	name,
	text: readFileSync(join(FOLDER, name), 'utf8'),
}));

/** The jobs of a workflow by name, as text. */
function jobsOf(text: string): Map<string, string> {
	const [, jobs = ''] = text.split(/^jobs:\n/m);
	const parts = jobs.split(/^ {2}(\w+):\n/m).slice(1);
	return new Map(
		[...parts.keys()]
			.filter((at) => at % 2 === 0)
			.map((at) => [parts[at] ?? '', parts[at + 1] ?? '']),
	);
}

const steps = files.flatMap(({ name, text }) =>
	[...text.matchAll(/^\s*-?\s*uses:\s*(.+)$/gm)].map(([, uses = '']) => ({ name, uses })),
);

describe('section 6: workflows of the repository', () => {
	it('every action is pinned to a commit, with its version beside it', () => {
		const loose = steps.filter(
			({ uses }) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses),
		);
		expect(steps.length).toBeGreaterThan(5);
		expect(loose).toEqual([]);
	});

	it('one action has one commit everywhere', () => {
		const commits = new Map<string, Set<string>>();
		for (const { uses } of steps) {
			const [action = '', commit = ''] = uses.split('@');
			commits.set(action, (commits.get(action) ?? new Set()).add(commit));
		}
		expect([...commits].filter(([, known]) => known.size > 1)).toEqual([]);
	});

	it('one job may ask for an identity: the one that publishes, which runs nothing else', () => {
		const trusted = files.flatMap(({ name, text }) =>
			[...jobsOf(text)].filter(([, job]) => /id-token/.test(job)).map(([job]) => `${name}: ${job}`),
		);
		expect(trusted).toEqual(['publish.yml: publish']);
		for (const { text } of files) {
			const [head = ''] = text.split(/^jobs:\n/m);
			expect(head).toMatch(/^permissions:\n {2}contents: read\n/m);
			expect(head).not.toMatch(/id-token|write/);
		}
		const publish = jobsOf(files.find(({ name }) => name === 'publish.yml')?.text ?? '').get(
			'publish',
		);
		const commands = [...(publish ?? '').matchAll(/run: (.+)/g)].map(([, command]) => command);
		expect(commands).toEqual([
			'npm publish tarballs/en/*.tgz --provenance --access public --ignore-scripts',
			'npm publish tarballs/zh-cn/*.tgz --tag zh-cn --provenance --access public --ignore-scripts',
		]);
		expect(publish).not.toMatch(/checkout/);
	});

	it('the job that publishes waits for the tests', () => {
		const jobs = jobsOf(files.find(({ name }) => name === 'publish.yml')?.text ?? '');
		expect(jobs.get('publish')).toMatch(/needs: build/);
		expect(jobs.get('build')).toMatch(/run: npm test\n/);
	});
});
