/*
 * Takes a picture of each sample workflow for the docs: `npm run pictures`, or `npm run pictures -- 10 14`
 * for some of them. Each file is imported through the editor of a real n8n, as a user does it, and it is
 * checked that nothing got lost on the way: nodes, connections, the paths of webhooks, credentials.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { differences } from './lib/imported.mjs';
import { loadTypeScript } from './lib/load.mjs';
import { pack, UNPACKED } from './lib/pack.mjs';
import { indexed, palettePng } from './lib/palettePng.mjs';
import { ROOT, say } from './lib/process.mjs';
import { E2E, installN8n, installPackage, n8nNode } from './lib/setup.mjs';

const BROWSERS = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].filter(Boolean);

const WORKFLOWS = join(ROOT, 'workflows');
const PICTURES = join(ROOT, 'docs/pictures');
const WIDTH = 1_600;
/** What the editor shows beside the canvas, and the edge it leaves around a workflow. */
const CHROME = 320;
const MARGIN = 16;
const MOST_KILOBYTES = 200;
const COLOURS = 160;
const STICKY = 'n8n-nodes-base.stickyNote';

/** Buttons, notices and the dotted background: they say nothing about a workflow. */
const HIDDEN = `
	[data-test-id=canvas-background], [data-test-id=canvas-minimap], [data-test-id=canvas-controls],
	[data-test-id=canvas-wrapper] > :not(:has([data-test-id=canvas]), [data-test-id=canvas]), .vue-flow__panel, .el-notification
	{ display: none !important; }
`;

const only = process.argv.slice(2);
const executablePath = BROWSERS.find((path) => existsSync(path));
if (!executablePath) {
	console.error(
		'No Chromium was found. On Debian: apt-get install chromium fonts-noto-cjk; elsewhere set CHROMIUM to the path of the program.',
	);
	process.exit(1);
}

const files = readdirSync(WORKFLOWS)
	.filter((file) => /^\d\d-.*\.json$/.test(file))
	.filter((file) => only.length === 0 || only.includes(file.slice(0, 2)));

/** The extent of a workflow on its canvas. */
function extentOf(nodes) {
	const boxes = nodes.map(({ position: [x, y], parameters }) => ({
		left: x,
		top: y,
		right: x + Number(parameters.width ?? 100),
		bottom: y + Number(parameters.height ?? 100),
	}));
	const span = (low, high) =>
		Math.max(...boxes.map((box) => box[high])) - Math.min(...boxes.map((box) => box[low]));
	return { width: span('left', 'right'), height: span('top', 'bottom') };
}

/** Imports a file by the editor's menu. Returns the workflow's id. */
async function importFile(page, url, path) {
	await page.goto(`${url}/workflow/new`);
	await page.getByTestId('workflow-menu').locator('button').click();
	await page.getByTestId('workflow-menu-item-import').hover();
	const chooser = page.waitForEvent('filechooser');
	await page.getByTestId('workflow-menu-item-import-from-file').click();
	await (await chooser).setFiles(path);
	await page.locator('[data-test-id=canvas-node]').nth(0).waitFor();
	await page.waitForURL((address) => !address.search.includes('new'));
	return new URL(page.url()).pathname.split('/').at(-1);
}

/** What n8n has stored once it holds as many nodes as the file: the editor saves by itself. */
async function storedWorkflow(client, id, count) {
	for (let attempt = 0; attempt < 60; attempt++) {
		const stored = await client.api('GET', `/workflows/${id}`);
		if (stored.nodes.length >= count) return stored;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error(`The editor has not saved workflow ${id}`);
}

/** Names of nodes that n8n does not know, or that it finds something wrong with. */
async function nodesWith(page, testId) {
	return await page
		.locator(`[data-test-id=canvas-node]:has([data-test-id=${testId}])`)
		.evaluateAll((nodes) => nodes.map(({ dataset }) => dataset.nodeName));
}

/** Where the workflow lies in the window, once it fits. */
async function fitted(page, size) {
	await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
	await page.getByTestId('zoom-to-fit').click();
	// The canvas glides to its place.
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	return await page
		.locator('[data-test-id=canvas-node], [data-test-id=sticky]')
		.evaluateAll((elements) => {
			const boxes = elements.map((element) => element.getBoundingClientRect());
			const [x, y] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
			const [right, bottom] = ['right', 'bottom'].map((side) =>
				Math.max(...boxes.map((box) => box[side])),
			);
			return { x, y, width: right - x, height: bottom - y };
		});
}

/** Shows a workflow in full and takes the picture. */
async function takePicture(page, address, { nodes }, path) {
	const { width, height } = extentOf(nodes);
	const size = { width: WIDTH + CHROME, height: (WIDTH * height) / width + CHROME };
	await page.goto(address);
	await page.locator('[data-test-id=canvas-node]').nth(0).waitFor();
	const first = await fitted(page, size);
	// The editor leaves an edge; a larger window makes up for it.
	const scale = (WIDTH - 2 * MARGIN) / first.width;
	const box = await fitted(page, { width: size.width * scale, height: size.height * scale });
	const style = await page.addStyleTag({ content: HIDDEN });
	const png = await page.screenshot({
		clip: {
			x: Math.max(0, box.x - MARGIN),
			y: Math.max(0, box.y - MARGIN),
			width: box.width + 2 * MARGIN,
			height: box.height + 2 * MARGIN,
		},
	});
	await style.evaluate((element) => element.remove());
	const picture = await page.evaluate(indexed, {
		address: `data:image/png;base64,${png.toString('base64')}`,
		most: COLOURS,
	});
	const pixels = Buffer.from(picture.pixels, 'base64');
	writeFileSync(path, palettePng({ ...picture, pixels }));
}

await installPackage();
await installN8n();
const { chromium, selectors } = await import('playwright-core');
const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
const { N8n, OWNER } = await loadTypeScript('test/e2e/lib/n8n.ts');
const { startPlatform } = await loadTypeScript('test/e2e/lib/platform.ts');
const { CREDENTIAL, credentialData } = await loadTypeScript('test/e2e/lib/flow.ts');
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
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const problems = [];
try {
	await client.addCredential(CREDENTIAL, 'WeChat account', credentialData(simulator, true));
	await client.addCredential('openAiApi', 'Model account', { apiKey: 'none', url: simulator.url });
	selectors.setTestIdAttribute('data-test-id');
	const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
	const { email: emailOrLdapLoginId, password } = OWNER;
	await context.request.post(`${client.url}/rest/login`, {
		data: { emailOrLdapLoginId, password },
	});
	const page = await context.newPage();
	mkdirSync(PICTURES, { recursive: true });
	for (const name of files) {
		const file = JSON.parse(readFileSync(join(WORKFLOWS, name), 'utf8'));
		await page.setViewportSize({ width: WIDTH, height: 1_000 });
		const id = await importFile(page, client.url, join(WORKFLOWS, name));
		const found = differences(file, await storedWorkflow(client, id, file.nodes.length));
		const path = join(PICTURES, `${basename(name, '.json')}.png`);
		await takePicture(page, `${client.url}/workflow/${id}`, file, path);
		for (const node of await nodesWith(page, 'node-not-installed'))
			found.push(`${node} is unknown`);
		for (const node of await nodesWith(page, 'node-issues')) found.push(`${node} has an issue`);
		const shown = await page.locator('[data-test-id=canvas-node]').count();
		const count = file.nodes.filter(({ type }) => type !== STICKY).length;
		if (shown !== count) found.push(`${shown} of ${count} nodes are shown`);
		const kilobytes = Math.ceil(statSync(path).size / 1_024);
		if (kilobytes > MOST_KILOBYTES) found.push(`the picture has ${kilobytes} KB`);
		problems.push(...found.map((problem) => `${name}: ${problem}`));
		console.log(`${found.length === 0 ? '✔' : '✘'} ${name}  ${count} nodes, ${kilobytes} KB`);
	}
} finally {
	await browser.close();
	await simulator.close();
	await server.stop();
}
say(problems.length === 0 ? 'All as it should be.' : problems.join('\n'));
process.exit(problems.length > 0 ? 1 : 0);
