/* eslint-disable no-console */
import { push } from '../simulator/push';
import { startSimulator } from '../simulator/server';
import { reply, trigger } from '../e2e/lib/nodes';
import { CREDENTIAL, credentialData, flow } from '../e2e/lib/flow';
import type { N8n } from '../e2e/lib/n8n';
import { median, throughput } from './lib/measure';

/** This bench runs inside a real n8n. */
export const needsN8n = true;

const TARGETS = 10;
const ROUNDS = 5;
const LATENCY_SAMPLES = 60;

interface Figure {
	/** Median milliseconds from push to reply. */
	ms: number;
	/** Messages a second. */
	rate: number;
}

/** Milliseconds from push to reply, one message after the other. */
async function latency(send: () => Promise<void>): Promise<number> {
	const samples: number[] = [];
	for (let sample = 0; sample < LATENCY_SAMPLES; sample++) {
		const startedAt = performance.now();
		await send();
		samples.push(performance.now() - startedAt);
	}
	return median(samples);
}

/**
 * What forwarding to ten workflows costs, in safe mode on one n8n. Three entrances take turns:
 * `alone` replies itself; `one` starts nothing and forwards to one workflow, which replies; `ten`
 * forwards to ten, of which one replies and nine stop the message with their filters.
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
	const publish = async ({ webhookPath, ...workflow }: ReturnType<typeof flow>) => {
		const settings = { saveDataSuccessExecution: 'none' };
		await n8n.publish(await n8n.importWorkflow(workflow, credentialId, settings));
		return await n8n.webhookIsLive(webhookPath);
	};
	const words = [...Array(TARGETS).keys()].map((number) => `口令${number}号`);
	const targets = words.map((text) =>
		flow(text, [trigger({ triggerOn: ['text'], textCondition: 'contains', text }), reply()]),
	);
	for (const target of targets) await publish(target);
	const entrance = async (count: number) => {
		const target = targets.slice(0, count).map(({ webhookPath: to }) => ({ to }));
		const options = { forwardTo: { target } };
		return await publish(
			flow(`To ${count}`, [trigger({ triggerOn: ['event.subscribe'], options })]),
		);
	};
	const urls = {
		alone: await publish(flow('Alone', [trigger(), reply()])),
		one: await entrance(1),
		ten: await entrance(TARGETS),
	};

	let number = 0;
	const sendTo = (url: string) => async () => {
		number += 1;
		state.callback.url = url;
		const fields = { FromUserName: `o${number}`, MsgType: 'text', Content: words[0] };
		const { reading } = await push(state, fields);
		if (reading.kind !== 'reply') throw new Error(`No reply but ${reading.kind}`);
	};
	const senders = Object.entries(urls).map(([name, url]) => ({ name, send: sendTo(url) }));
	for (const { send } of senders) await throughput(send);

	const figures = new Map<string, Figure[]>();
	for (let round = 1; round <= ROUNDS; round++) {
		for (const { name, send } of senders) {
			const figure = { ms: await latency(send), rate: await throughput(send) };
			figures.set(name, [...(figures.get(name) ?? []), figure]);
			console.log(
				`round ${round}, ${name}: ${figure.ms.toFixed(1)} ms, ${figure.rate.toFixed(1)}/s`,
			);
		}
	}
	for (const name of ['one', 'ten']) {
		// Ratios within a round: what else the machine does changes from round to round.
		const ratio = (of: keyof Figure) =>
			median(
				(figures.get(name) ?? []).map(
					(figure, round) => figure[of] / (figures.get('alone')?.[round]?.[of] ?? Number.NaN),
				),
			).toFixed(2);
		console.log(
			`${name} against alone, median of ${ROUNDS} ratios: latency ${ratio('ms')}×, requests/s ${ratio('rate')}×`,
		);
	}
	await simulator.close();
}
