/*
 * Takes a picture of each sample workflow for the docs, in both languages: `npm run pictures`, or
 * `npm run pictures -- 10 14` for some of them. Each file is imported through the editor of a real n8n, as a user does
 * it, and it is checked that nothing got lost on the way: nodes, connections, the paths of webhooks.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, HOW_TO_GET_IT } from './lib/chromium.mjs';
import { edgesOn, HEIGHT, issuesOn, nodesWith, pictureOf, WIDTH } from './lib/editor.mjs';
import { differences, links } from './lib/imported.mjs';
import { loadTypeScript } from './lib/load.mjs';
import { pack, UNPACKED } from './lib/pack.mjs';
import { ROOT, say } from './lib/process.mjs';
import { E2E, installN8n, installPackage, n8nNode } from './lib/setup.mjs';

const WORKFLOWS = join(ROOT, 'workflows');
const PICTURES = join(ROOT, 'docs/images/canvases');
const SETS = ['zh-CN', 'en'];
const MOST_KILOBYTES = 100;
const MOST_MS = 180_000;
const NAME = 'Chosen';
const STICKY = 'n8n-nodes-base.stickyNote';

const only = process.argv.slice(2);
const executablePath = findChromium();
if (!executablePath) {
	console.error(HOW_TO_GET_IT);
	process.exit(1);
}

const canvases = SETS.flatMap((set) =>
	readdirSync(join(WORKFLOWS, set))
		.filter((name) => only.length === 0 || only.includes(name.slice(0, 2)))
		.map((name) => {
			const path = join(WORKFLOWS, set, name);
			const file = JSON.parse(readFileSync(path, 'utf8'));
			return { title: `${set}/${name}`, path, file, picture: `${name.slice(0, 2)}.${set}.png` };
		}),
);

/** What n8n has stored once it holds as many nodes as the file: the editor saves by itself. */
async function storedWorkflow(client, id, count) {
	for (let attempt = 0; attempt < 60; attempt++) {
		const stored = await client.api('GET', `/workflows/${id}`);
		if (stored.nodes.length >= count) return stored;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error(`The editor has not saved workflow ${id}`);
}

await installPackage();
await installN8n();
const { chromium, selectors } = await import('playwright-core');
const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
const { N8n, OWNER } = await loadTypeScript('test/e2e/lib/n8n.ts');
const { startPlatform } = await loadTypeScript('test/e2e/lib/platform.ts');
const { CREDENTIAL, credentialData } = await loadTypeScript('test/e2e/lib/flow.ts');
const { importFile } = await loadTypeScript('test/browser/harness/importing.ts');
const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

async function start() {
	const { N8N_TEST_URL: url, N8N_TEST_FOLDER: userFolder } = process.env;
	if (url) {
		const client = new N8n({ url, userFolder });
		await client.signIn();
		return { client, stop: async () => {} };
	}
	await pack();
	return await startN8n({ node: n8nNode(), home: E2E, packageFolder: UNPACKED, packageName });
}

const server = await start();
const simulator = await startPlatform();
const { client } = server;

/** What each type of credential is filled with. */
const DATA = {
	[CREDENTIAL]: credentialData(simulator, true),
	weChatStaffRobotApi: {
		robotKind: 'weCom',
		webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
		signingSecret: '',
		robotBaseUrl: simulator.url,
	},
	httpBasicAuth: { user: 'staff', password: 'secret' },
	openAiApi: { apiKey: 'none', url: simulator.url },
};

/** A credential of each type, by the type. */
async function addCredentials() {
	const chosen = {};
	for (const [type, data] of Object.entries(DATA)) {
		chosen[type] = { id: await client.addCredential(type, NAME, data), name: NAME };
	}
	return chosen;
}

/** Chooses the credentials in all nodes, as the notes ask for: of several the editor fills in one by itself. */
async function chooseCredentials(id, { nodes: told }, chosen) {
	const { nodes, connections, versionId } = await client.api('GET', `/workflows/${id}`);
	const asked = new Map(told.map(({ name, credentials = {} }) => [name, Object.keys(credentials)]));
	const filled = nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(
			(asked.get(node.name) ?? []).map((type) => {
				if (!chosen[type]) throw new Error(`The type ${type} of credentials is not known here`);
				return [type, chosen[type]];
			}),
		),
	}));
	await client.api('PATCH', `/workflows/${id}`, { nodes: filled, connections, versionId });
}

/** Imports a canvas, takes its picture, and gives what is wrong with it. */
async function photograph(page, { path, file, picture }, chosen) {
	await page.setViewportSize({ width: WIDTH, height: HEIGHT });
	const id = await importFile(page, client.url, path);
	const found = differences(file, await storedWorkflow(client, id, file.nodes.length));
	await chooseCredentials(id, file, chosen);
	const png = await pictureOf(page, `${client.url}/workflow/${id}`, file);
	writeFileSync(join(PICTURES, picture), png);
	for (const node of await nodesWith(page, 'node-not-installed')) found.push(`${node} is unknown`);
	found.push(...(await issuesOn(page)));
	const shown = await page.locator('[data-test-id=canvas-node]').count();
	const count = file.nodes.filter(({ type }) => type !== STICKY).length;
	if (shown !== count) found.push(`${shown} of ${count} nodes are shown`);
	const [drawn, lines] = [await edgesOn(page), links(file.connections).length];
	if (drawn !== lines) found.push(`${drawn} of ${lines} connections are drawn`);
	const kilobytes = Math.ceil(png.length / 1_024);
	if (kilobytes > MOST_KILOBYTES) found.push(`the picture has ${kilobytes} KB`);
	return { found, summary: `${count} nodes, ${kilobytes} KB` };
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const problems = [];
try {
	const chosen = await addCredentials();
	selectors.setTestIdAttribute('data-test-id');
	const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
	const { email: emailOrLdapLoginId, password } = OWNER;
	await context.request.post(`${client.url}/rest/login`, {
		data: { emailOrLdapLoginId, password },
	});
	// The editor takes its time on a machine that does other things, too.
	context.setDefaultTimeout(MOST_MS);
	const page = await context.newPage();
	mkdirSync(PICTURES, { recursive: true });
	for (const canvas of canvases) {
		const { found, summary } = await photograph(page, canvas, chosen);
		problems.push(...found.map((problem) => `${canvas.title}: ${problem}`));
		console.log(`${found.length === 0 ? '✔' : '✘'} ${canvas.title}  ${summary}`);
	}
} finally {
	await browser.close();
	await simulator.close();
	await server.stop();
}
say(problems.length === 0 ? 'All as it should be.' : problems.join('\n'));
process.exit(problems.length > 0 ? 1 : 0);
