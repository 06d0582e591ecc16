import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import { seed } from '../simulator/control';
import { useAccount } from './harness/account';
import { Editor } from './harness/editor';
import { useScreen } from './harness/screen';

const FOLLOWER = 'oReader_0123456789abcdefghij';
const TEMPLATE = {
	id: 'order-shipped',
	title: '订单发货通知',
	content: '订单号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}',
	example: '订单号：A1001\n商品：龙井',
};

const action = (name: string, parameters: Record<string, unknown>) => [
	{ name: 'By hand', type: 'n8n-nodes-base.manualTrigger' },
	{ name, type: 'weChatOfficialAccount', parameters },
];

describe('the forms of the action node', () => {
	const screen = useScreen('forms');
	const account = useAccount(screen);
	const { scene, shoot } = screen;
	let credential = '';
	let editor: Editor;
	const openStep = async (name: string, parameters: Record<string, unknown>) => {
		const { page, n8n } = screen;
		const { simulator } = account;
		credential ||= await n8n.addCredential(
			CREDENTIAL,
			'WeChat account',
			credentialData(simulator, true),
		);
		editor = new Editor(page, n8n.url);
		await editor.open(await n8n.importWorkflow(flow(name, action(name, parameters)), credential));
		await editor.openNode(name);
	};

	scene('7.6: a template shows its own fields, by their names in WeChat', async () => {
		const { page } = screen;
		const { simulator } = account;
		seed(simulator.platform, { followers: [{ openId: FOLLOWER }], templates: [TEMPLATE] });
		await openStep('Send', {
			resource: 'templateMessage',
			operation: 'send',
			openId: FOLLOWER,
		});
		await editor.pick('templateId', TEMPLATE.title);
		await page.getByTestId('mapping-fields-container').getByText('订单号').waitFor();
		await editor.mapped.nth(0).fill('A1001');
		await editor.mapped.nth(1).fill('龙井');
		await shoot('template fields');
		await editor.execute();
		await editor.output.getByText('order-shipped').first().waitFor();
		const inbox = simulator.platform.state.followers.get(FOLLOWER)?.inbox ?? [];
		expect(JSON.stringify(inbox)).toMatch(/A1001[^]*龙井/);
		await page.keyboard.press('Escape');
	});

	scene('7.5: a menu is put together in fields; what WeChat refuses is told in words', async () => {
		await openStep('Menu', { resource: 'menu', operation: 'create' });
		await editor.addRow('Add Button');
		await editor.parameter('name').locator('input').fill('一个长得放不下的名字');
		await editor.enter('key', 'PRICE');
		await shoot('menu form');
		await editor.execute();
		expect(await editor.error()).toMatch(
			/The name of the menu entry '一个长得放不下的名字' has 30 bytes; WeChat accepts 16[^]*Shorten it/,
		);
		await shoot('what the screen says');
		await editor.parameter('name').locator('input').fill('价格');
		await editor.execute();
		await editor.output.getByText('PRICE').first().waitFor();
		expect(JSON.stringify(account.simulator.platform.state.menu)).toContain('价格');
	});
});
