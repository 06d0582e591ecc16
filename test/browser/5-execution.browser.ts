import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import { push } from '../simulator/push';
import { useAccount } from './harness/account';
import { Editor } from './harness/editor';
import { useScreen } from './harness/screen';

const TRIGGER = 'A follower writes';
const REPLY = 'Reply';

describe('who looks what has become of a message', () => {
	const screen = useScreen('execution');
	const account = useAccount(screen);
	const { scene, shoot } = screen;
	let workflowId = '';
	const nodes = (reply: string) => [
		{ name: TRIGGER, type: 'weChatOfficialAccountTrigger', parameters: { triggerOn: ['text'] } },
		{ name: REPLY, type: 'weChatReply', parameters: { text: reply } },
	];

	scene('reads in the execution what came and what was answered', async () => {
		const { page, n8n } = screen;
		const { simulator } = account;
		const data = credentialData(simulator);
		const credential = await n8n.addCredential(CREDENTIAL, 'WeChat account', data);
		const { webhookPath, ...workflow } = flow('Answer', nodes('您好，我们马上回复'));
		workflowId = await n8n.importWorkflow(workflow, credential);
		await n8n.publish(workflowId);
		const { state } = simulator.platform;
		state.callback.url = await n8n.webhookIsLive(webhookPath);
		await push(state, { FromUserName: 'oReader', MsgType: 'text', Content: '有人在吗' });
		await n8n.waitForExecutions(workflowId, 1);
		const editor = new Editor(page, n8n.url);
		await editor.openExecution(workflowId);
		await editor.openNode(TRIGGER);
		await editor.output.getByText('有人在吗').first().waitFor();
		await shoot('what came');
		await editor.closeNode();
	});

	scene('is told at publishing that the Token is missing', async () => {
		const { page, n8n } = screen;
		const data = { ...credentialData(account.simulator), token: '' };
		const credential = await n8n.addCredential(CREDENTIAL, 'No token', data);
		const { webhookPath, ...workflow } = flow('Silent', nodes('…'));
		const editor = new Editor(page, n8n.url);
		await editor.open(await n8n.importWorkflow(workflow, credential));
		await editor.askToPublish();
		await page.getByText('Token is empty in the credential').first().waitFor();
		await shoot('token is missing');
		expect((await fetch(`${n8n.url}/webhook/${webhookPath}`)).status).toBe(404);
	});
});
