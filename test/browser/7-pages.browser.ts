import type { Browser, Page } from 'playwright-core';
import { CANVASES } from '../../scripts/canvases/index';
import { toWorkflow } from '../../scripts/canvases/lib/canvas';
import { openStage, type Stage } from '../e2e/lib/canvas';
import { PASSWORD, STAFF } from '../e2e/lib/installing';
import { pagesOf, type PagedWorkflow } from '../e2e/lib/pages';
import { useAccount } from './harness/account';
import { inkOn, sidewaysOn } from './harness/sight';
import { Phone } from './harness/phone';
import { launch, useScreen } from './harness/screen';

const HOUR_MS = 3_600_000;
const isoIn = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** Who writes makes the tables, and what follows fills the page. */
const FILLED: Record<string, (stage: Stage) => Promise<void>> = {
	'07': async ({ write, run, say, rows }) => {
		await run('monday');
		await write('plans', { key: 'weekly-draw', organiser: '示例小店' });
		await run('monday');
		const [round] = await rows('rounds');
		const travel = { startsAt: isoIn(-HOUR_MS), endsAt: isoIn(HOUR_MS) };
		await write('rounds', { key: String(round?.key), ...travel });
		await say('oFirst', '参加抽奖');
		await write('rounds', { key: String(round?.key), endsAt: isoIn(-1), drawAt: isoIn(HOUR_MS) });
		await run('friday');
	},
	'14': async ({ run }) => {
		await run('morning');
	},
	'20': async ({ write, simulator, pageAt }) => {
		await fetch(pageAt('wechat-inbox'), { headers: PASSWORD });
		const openId = 'oWaits_0123456789abcdefghijk';
		const { state } = simulator.platform;
		state.allow(state.addFollower(openId), 5, 48 * HOUR_MS);
		const key = `case:chat:${openId}`;
		const about = {
			openId,
			channel: 'chat',
			tier: 'vip',
			text: `请问${'很长的一句话'.repeat(20)}`,
		};
		const at = isoIn(-HOUR_MS);
		const opened = { openedAt: at, openedBy: `${openId}:1`, lastAt: at, dueAt: at };
		await write('cases', { key, state: 'open', ...about, ...opened });
		await write('case_events', {
			key: `event:${openId}:1`,
			caseKey: key,
			kind: 'userMessage',
			at,
			...about,
		});
	},
};

/** How a small phone shows a page, by day and by night. */
const PHONE = { width: 390, height: 844 };
const LIGHTS = ['light', 'dark'] as const;

const workflows = CANVASES.map((canvas) => ({
	canvas,
	pages: pagesOf(toWorkflow(canvas, 'zh') as unknown as PagedWorkflow),
})).filter(({ pages }) => pages.length > 0);

describe('on a small phone, by day and by night', () => {
	const screen = useScreen('pages');
	const account = useAccount(screen);
	const { scene, shoot } = screen;
	const phones: Page[] = [];
	let browser: Browser | undefined;
	beforeAll(async () => {
		browser = await launch();
		for (const colorScheme of LIGHTS) {
			const context = await browser.newContext({
				colorScheme,
				locale: 'zh-CN',
				viewport: PHONE,
				isMobile: true,
				hasTouch: true,
				httpCredentials: { username: STAFF.user, password: STAFF.password },
			});
			phones.push(await context.newPage());
		}
	});
	afterAll(async () => await browser?.close());
	const look = async (name: string, address: string, followsLight: boolean) => {
		for (const [index, page] of phones.entries()) {
			const light = LIGHTS[index] ?? 'light';
			const response = await page.goto(address);
			expect(response?.status()).toBe(200);
			await shoot(`${name} ${light}`, page);
			expect([name, light, await sidewaysOn(page)]).toEqual([name, light, []]);
			// The inbox is read at night; figures and proofs are as on paper, and n8n's forms as n8n makes them.
			if (followsLight)
				expect([name, await inkOn(page)]).toEqual([name, light === 'dark' ? 'light' : 'dark']);
		}
	};

	describe.each(workflows)('workflow $canvas.number', ({ canvas, pages }) => {
		let stage: Awaited<ReturnType<typeof openStage>> | undefined;
		afterAll(async () => await stage?.close());
		scene(
			'nothing has to be moved sideways',
			async () => {
				stage = await openStage(canvas.number, 'zh', { client: screen.n8n });
				await FILLED[canvas.number]?.(stage);
				for (const { title, path } of pages) {
					await look(title, `${screen.n8n.url}${path}`, path.endsWith('inbox'));
				}
				if (canvas.number !== '20') return;
				const [page] = phones;
				const link = await page
					?.getByRole('link')
					.filter({ hasText: '很长' })
					.first()
					.getAttribute('href');
				await look('20 a case', new URL(link ?? '', page?.url()).href, true);
			},
			240_000,
		);
	});

	scene('nor on the phone of the simulator', async () => {
		const { simulator } = account;
		for (const [index, page] of phones.entries()) {
			const phone = new Phone(page, simulator.url);
			await phone.open();
			await phone.follow(`Reader ${index}`);
			await shoot(`phone ${LIGHTS[index]}`, page);
			expect(await sidewaysOn(page)).toEqual([]);
			await phone.showBehind();
			await shoot(`behind ${LIGHTS[index]}`, page);
			expect(await sidewaysOn(page)).toEqual([]);
			expect(await inkOn(page)).toBe(LIGHTS[index] === 'dark' ? 'light' : 'dark');
		}
	});
});
