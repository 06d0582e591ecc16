/* eslint-disable no-console */
import { push } from '../simulator/push';
import { startSimulator } from '../simulator/server';
import { reply, trigger } from '../e2e/lib/nodes';
import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import type { N8n } from '../e2e/lib/n8n';
import { median, throughput } from './lib/measure';

/** This bench runs inside a real n8n. */
export const needsN8n = true;

const ROUNDS = 5;

/** The rival: n8n's own Webhook node with Respond to Webhook, answering the same XML. */
const core = [
	{
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: 'core-webhook', responseMode: 'responseNode' },
	},
	{
		name: 'Respond',
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.4,
		parameters: {
			respondWith: 'text',
			responseBody: '=<xml><Content><![CDATA[{{ $json.body.xml.content }}]]></Content></xml>',
			options: {},
		},
	},
];

/**
 * Requests a second that a published flow answers: our trigger and reply in safe mode (verify,
 * decrypt, run, encrypt) against n8n's own pair in plain text, in turn on the same n8n.
 */
export async function bench(n8n: N8n): Promise<void> {
	const simulator = await startSimulator();
	const { state } = simulator.platform;
	state.callback.mode = 'safe';
	const credentialId = await n8n.addCredential(
		CREDENTIAL,
		'WeChat account',
		credentialData(simulator, true),
	);
	const settings = { saveDataSuccessExecution: 'none' };
	const { webhookPath, ...ours } = flow('Ours', [trigger(), reply()]);
	const rival = flow('Core', core);
	for (const workflow of [ours, rival]) {
		await n8n.publish(await n8n.importWorkflow(workflow, credentialId, settings));
	}
	state.callback.url = await n8n.webhookIsLive(webhookPath);
	const coreUrl = `${n8n.url}/webhook/core-webhook`;

	let number = 0;
	const sendOurs = async () => {
		number += 1;
		const fields = { FromUserName: `o${number}`, MsgType: 'text', Content: '你好' };
		const { reading } = await push(state, fields);
		if (reading.kind !== 'reply') throw new Error(`No reply but ${reading.kind}`);
	};
	const sendCore = async () => {
		const response = await fetch(coreUrl, {
			method: 'POST',
			// A new connection for each message, as with the simulator's.
			headers: { 'content-type': 'text/xml', connection: 'close' },
			body: '<xml><Content>你好</Content></xml>',
		});
		if (!(await response.text()).includes('你好')) throw new Error('No answer');
	};

	await throughput(sendOurs);
	await throughput(sendCore);
	const ratios: number[] = [];
	for (let round = 1; round <= ROUNDS; round++) {
		const [own, other] = [await throughput(sendOurs), await throughput(sendCore)];
		ratios.push(own / other);
		console.log(
			`round ${round}: ours ${own.toFixed(1)}/s, core ${other.toFixed(1)}/s, ratio ${(own / other).toFixed(2)}`,
		);
	}
	console.log(`ratio, median of ${ROUNDS}: ${median(ratios).toFixed(2)}`);
	await simulator.close();
}
