/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports */
import { join } from 'node:path';
import type { N8n } from '../e2e/lib/n8n';
import { startN8n } from '../e2e/lib/server';
import { campaign } from './canvases/campaign';
import { comments } from './canvases/comments';
import { bySize } from './canvases/library';
import { messages } from './canvases/messages';
import { openNew, openOld, type Contest } from './canvases/sides';
import { segments } from './canvases/segments';
import { earlier } from './lib/earlier';
import { median } from './lib/measure';

/** This bench starts two n8n: one with the package of today, one with an earlier one. */
export const needsPackage = true;

/** The last commit whose canvases keep the records. */
const CANVASES = '9354ee5';
const PACKAGE = 'n8n-nodes-wechat-engagement';

/** Keywords of a small and of a large library. */
const SIZES = [60, 5_000];

const CONTESTS: ReadonlyArray<[name: string, goal: number, contest: Contest]> = [
	['message to keyword reply', 0.5, messages],
	['50 new comments', 0.2, comments],
	['one campaign message', 0.3, campaign],
	['scoring of 200 followers', 0.2, segments],
];

/** How much more a message may cost with the large library. */
const MOST_BY_SIZE = 1.2;

/**
 * Nodes that keep the records against the canvases that kept them, each in an n8n of its own of the same version, in
 * turn: the ratio of the medians.
 */
export async function bench({
	node,
	home,
	packageFolder,
}: Record<'home' | 'node' | 'packageFolder', string>): Promise<void> {
	const before = earlier(CANVASES);
	const options = { node, home, packageName: PACKAGE };
	const servers = [
		await startN8n({ ...options, packageFolder: before.packageFolder }),
		await startN8n({ ...options, packageFolder }),
	] as const;
	try {
		const [oldServer, newServer] = servers;
		for (const [name, goal, contest] of CONTESTS) {
			const old = await openOld(oldServer.client, join(before.workflows));
			const fresh = await openNew(newServer.client);
			try {
				const { old: oldTimes, fresh: freshTimes, note } = await contest(old, fresh);
				const [was, is] = [median(oldTimes), median(freshTimes)];
				console.log(
					`${name}: ${is.toFixed(0)} ms, canvases of ${CANVASES} ${was.toFixed(0)} ms: ${(is / was).toFixed(2)} × (goal ≤ ${goal} ×)${note ? `; ${note}` : ''}`,
				);
			} finally {
				await old.close();
				await fresh.close();
			}
		}
		await compareSizes(newServer.client);
	} finally {
		for (const server of servers) await server.stop();
	}
}

/** A message with a small and with a large library, on the same n8n. */
async function compareSizes(n8n: N8n): Promise<void> {
	const sides = [await openNew(n8n), await openNew(n8n)];
	try {
		const [small = Number.NaN, large = Number.NaN] = await bySize(sides, SIZES);
		console.log(
			`message with ${SIZES.join(' and ')} keywords: ${small.toFixed(0)} and ${large.toFixed(0)} ms: ${(large / small).toFixed(2)} × (goal ≤ ${MOST_BY_SIZE} ×)`,
		);
	} finally {
		for (const side of sides) await side.close();
	}
}
