/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './lib/measure';

/** This bench loads the packed package. */
export const needsPackage = true;

const ROUNDS = 7;

/** What n8n does with a package when it starts, in a process that has loaded n8n's own libraries. */
const LOAD = `
	require('reflect-metadata');
	const { PackageDirectoryLoader } = require('n8n-core');
	require('lodash'); require('luxon');
	const [, folder] = process.argv;
	const startedAt = process.hrtime.bigint();
	new PackageDirectoryLoader(folder).loadAll().then(() => {
		console.log(JSON.stringify({
			milliseconds: Number(process.hrtime.bigint() - startedAt) / 1e6,
			megabytes: process.memoryUsage().rss / 2 ** 20,
		}));
		process.exit(0);
	});
`;

interface Loaded {
	milliseconds: number;
	megabytes: number;
}

/**
 * Milliseconds that loading a package adds to n8n's start: ours, beside the package of n8n's own AI
 * nodes, in turn.
 */
export function bench({
	node,
	home,
	packageFolder,
}: Record<'home' | 'node' | 'packageFolder', string>): void {
	// Away from this repository, whose own n8n-workflow it would load: in n8n there is one, loaded already.
	const ours = mkdtempSync(join(tmpdir(), 'wechat-engagement-'));
	cpSync(packageFolder, ours, { recursive: true });
	const folders = {
		ours,
		langchain: join(home, 'node_modules/@n8n/n8n-nodes-langchain'),
	};
	const load = (folder: string): Loaded =>
		JSON.parse(
			execFileSync(node, ['-e', LOAD, folder], {
				cwd: home,
				encoding: 'utf8',
				env: { PATH: process.env.PATH ?? '', NODE_PATH: join(home, 'node_modules') },
			}),
		) as Loaded;
	const rounds = Array.from({ length: ROUNDS }, () => ({
		ours: load(folders.ours),
		langchain: load(folders.langchain),
	}));
	rmSync(ours, { recursive: true });
	for (const name of ['ours', 'langchain'] as const) {
		const milliseconds = median(rounds.map((round) => round[name].milliseconds));
		const megabytes = median(rounds.map((round) => round[name].megabytes));
		console.log(`${name}: ${milliseconds.toFixed(0)} ms, process of ${megabytes.toFixed(0)} MB`);
	}
	const ratios = rounds.map(({ ours, langchain }) => ours.milliseconds / langchain.milliseconds);
	console.log(`ratio, median of ${ROUNDS}: ${median(ratios).toFixed(2)}`);
}
