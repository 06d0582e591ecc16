/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join } from 'node:path';
import { chromium, selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { N8n } from '../../e2e/lib/n8n';
import { placeOfThisWorker } from '../../e2e/lib/place';

/** Where pictures are kept. */
const PICTURES = join('.cache', 'browser');

/** What waits for something on a page waits so long; what only runs slowly does not fail. */
const PATIENCE_MS = 60_000;
const SIZE = { width: 1_440, height: 900 };

/** A person at a screen: signed in to n8n, with one page open. */
export interface Screen {
	n8n: N8n;
	context: BrowserContext;
	page: Page;
	/** Keeps a picture of the page. */
	shoot(name: string, page?: Page): Promise<void>;
	/** A scene of the file; when it goes wrong, there is a picture of what was on the screen. */
	scene(name: string, play: () => Promise<void>, milliseconds?: number): void;
}

const program = () => ({
	executablePath: process.env.N8N_TEST_CHROMIUM,
	args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

/** One more browser, which nobody is signed in with. */
export const launch = async (): Promise<Browser> => await chromium.launch(program());

async function signedIn(context: BrowserContext, n8n: N8n): Promise<void> {
	const { cookie, browserId } = n8n.session;
	const [name = '', value = ''] = cookie.split(/=(.*)/s);
	await context.addCookies([{ name, value, url: n8n.url }]);
	// A session belongs to one browser.
	await context.addInitScript((id) => {
		if (location.protocol.startsWith('http')) localStorage.setItem('n8n-browserId', id);
	}, browserId);
}

const fileName = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();

/** The browser of a test file. @param prefix of the names of its pictures */
export function useScreen(prefix: string): Screen {
	const screen = {} as Screen;
	let close = async () => {};
	beforeAll(async () => {
		screen.n8n = new N8n(placeOfThisWorker());
		await screen.n8n.signIn();
		selectors.setTestIdAttribute('data-test-id');
		// The files of a run share what the browser has fetched: the editor has a thousand files.
		const profile = join(placeOfThisWorker().userFolder, 'chromium');
		screen.context = await chromium.launchPersistentContext(profile, {
			...program(),
			locale: 'en-US',
			timezoneId: 'Asia/Shanghai',
			reducedMotion: 'reduce',
			viewport: SIZE,
		});
		close = async () => await screen.context.close();
		screen.context.setDefaultTimeout(PATIENCE_MS);
		await signedIn(screen.context, screen.n8n);
		screen.page = screen.context.pages()[0] ?? (await screen.context.newPage());
	}, 120_000);
	afterAll(async () => await close());
	screen.shoot = async (name, page = screen.page) => {
		await page.screenshot({ path: join(PICTURES, `${prefix}-${fileName(name)}.png`) });
	};
	screen.scene = (name, play, milliseconds) => {
		const playOrShoot = async () => {
			let isDone = false;
			try {
				await play();
				isDone = true;
			} finally {
				// Whichever page is in front; a browser that is gone has none.
				const page = screen.context?.pages().at(-1);
				if (!isDone) await screen.shoot(`failed ${name}`, page).catch(() => undefined);
			}
		};
		it(name, playOrShoot, milliseconds);
	};
	return screen;
}
