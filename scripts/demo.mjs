/*
 * A scene on a real n8n: `npm run demo` plays it and keeps the editor open;
 * `npm run demo -- --once` plays, checks and ends, with an exit code for what went wrong.
 */
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { loadTypeScript } from './lib/load.mjs';
import { pack, UNPACKED } from './lib/pack.mjs';
import { ROOT, say } from './lib/process.mjs';
import { E2E, installN8n, installPackage, n8nNode } from './lib/setup.mjs';

const EDITOR_PORT = 5678;

async function isFree(port) {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

const isOnce = process.argv.includes('--once');

await installPackage();
await installN8n();
await pack();

const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
const { OWNER } = await loadTypeScript('test/e2e/lib/n8n.ts');
const { startPlatform } = await loadTypeScript('test/e2e/lib/platform.ts');
const { play } = await loadTypeScript('test/e2e/lib/play.ts');
const { pagesOf } = await loadTypeScript('test/e2e/lib/pages.ts');
const { STAFF } = await loadTypeScript('test/e2e/lib/installing.ts');
const { playWeek } = await loadTypeScript('test/e2e/scenario/week.ts');
const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

say('Starting the WeChat platform simulator and n8n');
const simulator = await startPlatform();
const userFolder = join(ROOT, '.cache/demo');
rmSync(userFolder, { recursive: true, force: true });
const server = await startN8n({
	node: n8nNode(),
	home: E2E,
	packageFolder: UNPACKED,
	packageName,
	userFolder,
	hasMovedClock: true,
	port: (await isFree(EDITOR_PORT)) ? EDITOR_PORT : undefined,
});

// The phone moves the clock of the account and that of n8n together.
simulator.platform.onClockMoved = server.moveClock;
// The page of figures counts the followers of the demo.
simulator.platform.state.settings.areFollowersCounted = true;

/** Prints the address of everything that a person can open. */
async function printPages() {
	const { url } = server.client;
	const print = (title, address) => console.log(`${title.padEnd(11)}${address}`);
	print('Editor:', `${url}   login ${OWNER.email} / ${OWNER.password}`);
	print('Phone:', `${simulator.url}/`);
	print('State:', `${simulator.url}/__sim/state`);
	const listed = await server.client.api('GET', '/workflows');
	const live = listed.filter(({ active, activeVersionId }) => active || activeVersionId);
	console.log(
		`\nPages of the account; forms and pages of the staff: ${STAFF.user} / ${STAFF.password}`,
	);
	for (const { id } of live) {
		const workflow = await server.client.api('GET', `/workflows/${id}`);
		for (const { title, path, hasPassword } of pagesOf(workflow)) {
			console.log(`  ${url}${path}   ${title}${hasPassword ? ' (password)' : ''}`);
		}
	}
}

async function end(code) {
	await server.stop();
	await simulator.close();
	process.exit(code);
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

const steps = [];
try {
	const stage = {
		n8n: server.client,
		simulator,
		moveClock: server.moveClock,
		samples: join(ROOT, 'workflows'),
		say: (text) => console.log(`  ${text}`),
		tell: (step) => {
			steps.push(step);
			console.log(`  ${step.isDone ? '✔' : '✘'} ${step.what}`);
			if (step.detail) console.log(`      ${step.detail}`);
		},
	};
	await play(stage);
	await playWeek(stage);
} catch (error) {
	console.error(error);
	steps.push({ isDone: false });
}

const missed = steps.filter(({ isDone }) => !isDone).length;
console.log(`\n${steps.length - missed} of ${steps.length} things happened as they should.`);
await printPages().catch(console.error);
if (isOnce) await end(missed > 0 ? 1 : 0);
console.log(
	'\nOpen the phone and write to the account, or look at the workflows and their executions in the editor. Ctrl+C ends the demo.',
);
