/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../../simulator/server';
import { push, type PushOptions, type PushResult } from '../../simulator/push';
import type { CallbackConfig } from '../../simulator/state';
import { CREDENTIAL, credentialData } from './flow';
import { N8n, until } from './n8n';
import { logOf, placeOfThisWorker } from './place';
import { startPlatform } from './platform';

type Json = Record<string, unknown>;

export { CREDENTIAL, credentialData, flow } from './flow';

/** A sample workflow of the package. */
export function sample(file: string): Json {
	return JSON.parse(readFileSync(join('workflows', `${file}.json`), 'utf8')) as Json;
}

/** A published flow behind an account of its own. */
export interface PublishedFlow {
	id: string;
	url: string;
	/** Pushes a message or event to it. */
	push(fields: Json, options?: PushOptions): Promise<PushResult>;
	say(openId: string, text: string, options?: PushOptions): Promise<PushResult>;
	/** Polls now: n8n polls when a flow is published, and then once a minute at most. */
	poll(): Promise<void>;
}

export interface Scene {
	n8n: N8n;
	simulator: Simulator;
	/** Stores the credential in n8n; needed before `publish`. */
	connect(changes?: Json, isEncrypted?: boolean): Promise<string>;
	publish(
		workflow: Json & { webhookPath?: string },
		callback?: Partial<CallbackConfig>,
	): Promise<PublishedFlow>;
	log(): string;
}

/** The n8n of this run with a fresh simulated account for every test. */
export function useScene(): Scene {
	const scene = {} as Scene;
	const published: string[] = [];
	let credentialId = '';
	beforeAll(async () => {
		scene.n8n = new N8n(placeOfThisWorker());
		await scene.n8n.signIn();
		scene.log = () => readFileSync(logOf(placeOfThisWorker()), 'utf8');
	});
	beforeEach(async () => {
		scene.simulator = await startPlatform();
	});
	afterEach(async () => {
		for (const id of published.splice(0)) await scene.n8n.unpublish(id);
		await scene.simulator.close();
	});
	scene.connect = async (changes = {}, isEncrypted = false) => {
		const data = { ...credentialData(scene.simulator, isEncrypted), ...changes };
		credentialId = await scene.n8n.addCredential(CREDENTIAL, 'WeChat account', data);
		return credentialId;
	};
	scene.publish = async ({ webhookPath, ...workflow }, callback = {}) => {
		const id = await scene.n8n.importWorkflow(workflow, credentialId);
		await scene.n8n.publish(id);
		published.push(id);
		const { state } = scene.simulator.platform;
		const url = webhookPath ? await scene.n8n.webhookIsLive(webhookPath) : '';
		Object.assign(state.callback, { url, ...callback });
		return {
			id,
			url,
			push: async (fields, options) => await push(state, fields, options),
			say: async (openId, text, options) =>
				await push(state, { FromUserName: openId, MsgType: 'text', Content: text }, options),
			poll: async () => {
				const asked = () => scene.simulator.platform.journal.length;
				await scene.n8n.unpublish(id);
				const before = asked();
				await scene.n8n.publish(id);
				await until('the flow polls', async () => (asked() > before ? true : undefined));
			},
		};
	};
	return scene;
}
