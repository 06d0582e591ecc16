import { until } from '../e2e/lib/n8n';
import { flow } from '../e2e/lib/flow';
import { useAccount } from './harness/account';
import { Editor } from './harness/editor';
import { useScreen } from './harness/screen';

const ACCOUNT = 'WeChat';
const REPLY = 'WeChat Reply';
const COMMENTS = 'WeChat Comment Trigger';
const ACTIVITY = 'WeChat Activity';
const KEYWORDS = 'WeChat Keyword Router';
const METRICS = 'WeChat Metrics';

/** What somebody types who looks for something, and what has to be on top. */
const WORDS: ReadonlyArray<[typed: string, first: string]> = [
	['wechat', ACCOUNT],
	['微信', ACCOUNT],
	['公众号', ACCOUNT],
	['menu', ACCOUNT],
	['菜单', ACCOUNT],
	['群发', ACCOUNT],
	['broadcast', ACCOUNT],
	['草稿', ACCOUNT],
	['粉丝', ACCOUNT],
	['follower', ACCOUNT],
	['标签', ACCOUNT],
	['二维码', ACCOUNT],
	['模板', ACCOUNT],
	['回复', REPLY],
	['评论', COMMENTS],
	['关键词', KEYWORDS],
	['自动回复', KEYWORDS],
	['优惠券', ACTIVITY],
	['抽奖', ACTIVITY],
	['coupon', ACTIVITY],
	['报表', METRICS],
	['舆情', 'WeChat Text Insight'],
	['分群', 'WeChat Segment'],
];

describe('fault 7.2: who looks for a node', () => {
	const screen = useScreen('search');
	useAccount(screen);
	const { scene, shoot } = screen;

	scene('finds the right one first', async () => {
		const { page, n8n } = screen;
		const start = flow('Search', [{ name: 'By hand', type: 'n8n-nodes-base.manualTrigger' }]);
		const editor = new Editor(page, n8n.url);
		await editor.open(await n8n.importWorkflow(start, ''));
		await editor.openPanel();
		const found: Array<[string, string]> = [];
		for (const [word, first] of WORDS) {
			// What was found for the word before must not be taken for an answer to this one.
			await editor.search('');
			await editor.found.filter({ hasText: 'WeChat' }).first().waitFor({ state: 'hidden' });
			await editor.search(word);
			await editor.found.first().waitFor();
			const top = async () => (await editor.found.first().innerText()).trim();
			const isThere = async () => ((await top()) === first ? true : undefined);
			await until(first, isThere, 5_000).catch(() => undefined);
			found.push([word, await top()]);
			if (word === '群发' || word === 'menu') await shoot(word);
		}
		expect(found).toEqual(WORDS);
	});
});
