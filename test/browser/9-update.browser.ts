import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import { push } from '../simulator/push';
import { useAccount } from './harness/account';
import { installedVersion, nextVersion, PackagesPage, release } from './harness/packages';
import { useScreen } from './harness/screen';

const ANSWER = '您好，我们在';

describe('while workflows are live', () => {
	const screen = useScreen('update');
	const account = useAccount(screen);
	const { scene, shoot } = screen;
	let workflowId = '';
	let path = '';
	const answerTo = async (text: string) => {
		const { state } = account.simulator.platform;
		const { reading } = await push(state, {
			FromUserName: 'oReader',
			MsgType: 'text',
			Content: text,
		});
		return reading.kind === 'reply' ? reading.content.content : reading.kind;
	};

	scene('the package is updated, and followers notice nothing', async () => {
		const { page, n8n } = screen;
		const { simulator } = account;
		const data = credentialData(simulator);
		const credential = await n8n.addCredential(CREDENTIAL, 'WeChat account', data);
		const { webhookPath, ...workflow } = flow('Answer', [
			{
				name: 'Trigger',
				type: 'weChatOfficialAccountTrigger',
				parameters: { triggerOn: ['text'] },
			},
			{ name: 'Reply', type: 'weChatReply', parameters: { text: ANSWER } },
		]);
		path = webhookPath;
		workflowId = await n8n.importWorkflow(workflow, credential);
		await n8n.publish(workflowId);
		simulator.platform.state.callback.url = await n8n.webhookIsLive(path);
		expect(await answerTo('before')).toBe(ANSWER);
		const version = nextVersion((await installedVersion(n8n)) ?? '');
		await release(version);
		const packages = new PackagesPage(page, n8n.url);
		await packages.open();
		await shoot('an update is there');
		await packages.update();
		await shoot('updated');
		expect(await installedVersion(n8n)).toBe(version);
		expect(await answerTo('after')).toBe(ANSWER);
	});

	scene('the package is uninstalled and installed again, and the workflow goes on', async () => {
		const { page, n8n } = screen;
		const packages = new PackagesPage(page, n8n.url);
		await packages.open();
		await packages.uninstall();
		await shoot('uninstalled');
		expect(await installedVersion(n8n)).toBeUndefined();
		await packages.open();
		await packages.install();
		await n8n.unpublish(workflowId);
		await n8n.publish(workflowId);
		await n8n.webhookIsLive(path);
		expect(await answerTo('again')).toBe(ANSWER);
	});
});
