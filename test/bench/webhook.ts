/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { push } from '../simulator/push';
import { startSimulator } from '../simulator/server';
import { reply, trigger } from '../e2e/lib/nodes';
import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import type { N8n } from '../e2e/lib/n8n';
import { latencies, median, quantile, rateOf } from './lib/measure';

/** This bench runs inside a real n8n. */
export const needsN8n = true;

const ROUNDS = 5;
/** The most messages of a busy day, and how many the growth of memory is measured from. */
const MESSAGES = 50_000;
const WARM_UP = 5_000;
const AT_A_TIME = 8;

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

/** Twenty rows, of which the last one answers. */
const QUICK_REPLIES = {
	reply: Array.from({ length: 20 }, (_, row) => ({
		match: ['equals', 'startsWith', 'contains'][row % 3],
		words: row < 19 ? `营业时间${row}，地址${row}` : '你好',
		text: '您好',
	})),
};

interface Contestant {
	name: string;
	send: () => Promise<void>;
	/** All rounds: messages a second, and milliseconds of every message. */
	rates: number[];
	taken: number[];
}

const contestant = (name: string, send: () => Promise<void>): Contestant => ({
	name,
	send,
	rates: [],
	taken: [],
});

/** Megabytes that a process holds (Linux). */
function residentMb(pid: number): number {
	const [, kilobytes = ''] =
		/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1_024;
}

async function sendMany(count: number, send: () => Promise<void>): Promise<void> {
	let left = count;
	const client = async () => {
		while (left > 0) {
			left -= 1;
			await send();
		}
	};
	await Promise.all([...Array(AT_A_TIME).keys()].map(client));
}

/**
 * A published flow of trigger and reply, in plaintext and in safe mode (verify, decrypt, run, encrypt), a trigger
 * that answers by the last of twenty quick replies and records that, and one whose filter stops the message, against n8n's own pair in plain text; they take turns on the
 * same n8n. Then what the process holds after a busy day.
 */
export async function bench(n8n: N8n, pid: number): Promise<void> {
	const simulator = await startSimulator();
	const { state } = simulator.platform;
	const settings = { saveDataSuccessExecution: 'none' };
	const publish = async (name: string, parameters: Record<string, unknown>, isSafe: boolean) => {
		const data = credentialData(simulator, isSafe);
		const id = await n8n.addCredential(CREDENTIAL, `WeChat account of ${name}`, data);
		const { webhookPath, ...workflow } = flow(name, [trigger(parameters), reply()]);
		await n8n.publish(await n8n.importWorkflow(workflow, id, settings));
		return await n8n.webhookIsLive(webhookPath);
	};
	const plainUrl = await publish('Plain', {}, false);
	const safeUrl = await publish('Safe', {}, true);
	const filters = { textCondition: 'contains', text: '优惠券' };
	const quickUrl = await publish('Quick', { quickReplies: QUICK_REPLIES }, false);
	const filteredUrl = await publish('Filtered', filters, false);
	await n8n.publish(await n8n.importWorkflow(flow('Core', core), {}, settings));
	const coreUrl = `${n8n.url}/webhook/core-webhook`;

	let number = 0;
	const sender = (url: string, mode: 'plain' | 'safe', expected: string) => async () => {
		number += 1;
		state.callback.url = url;
		const fields = { FromUserName: `o${number}`, MsgType: 'text', Content: '你好' };
		const { reading } = await push(state, fields, { mode });
		if (reading.kind !== expected) throw new Error(`No ${expected} but ${reading.kind}`);
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
	const rival = contestant("n8n's own pair", sendCore);
	const filtered = contestant('filtered out', sender(filteredUrl, 'plain', 'acknowledged'));
	const plain = contestant('plaintext', sender(plainUrl, 'plain', 'reply'));
	const safe = contestant('safe mode', sender(safeUrl, 'safe', 'reply'));
	const quick = contestant('quick reply', sender(quickUrl, 'plain', 'reply'));
	const ours = [plain, safe, quick, filtered];
	for (const { send } of [...ours, rival]) await latencies(send);
	for (let round = 0; round < ROUNDS; round++) {
		for (const { send, rates, taken } of [...ours, rival]) {
			const seen = await latencies(send);
			rates.push(rateOf(seen));
			for (const milliseconds of seen) taken.push(milliseconds);
		}
	}
	const p99 = quantile(rival.taken, 0.99);
	for (const { name, rates, taken } of [...ours, rival]) {
		const ratios = rates.map((rate, round) => rate / (rival.rates[round] ?? Number.NaN));
		console.log(
			`${name}: ${median(rates).toFixed(1)}/s (${median(ratios).toFixed(2)} × n8n's), median ${median(taken).toFixed(0)} ms, p99 ${quantile(taken, 0.99).toFixed(0)} ms (${(quantile(taken, 0.99) / p99).toFixed(2)} ×)`,
		);
	}
	await sendMany(WARM_UP, filtered.send);
	const before = residentMb(pid);
	// One in ten is answered by a run.
	await sendMany(MESSAGES * 0.1, plain.send);
	await sendMany(MESSAGES * 0.9, filtered.send);
	console.log(
		`memory after ${MESSAGES} messages more: ${(residentMb(pid) - before).toFixed(0)} MB more than ${before.toFixed(0)} MB`,
	);
	await simulator.close();
}
