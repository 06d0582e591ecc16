import { reply, trigger } from '../../e2e/lib/nodes';
import { flow } from '../../e2e/lib/flow';
import { pause } from '../../e2e/lib/n8n';
import { push } from '../../simulator/push';
import { median } from '../lib/measure';
import type { Contest, NewSide } from './sides';

export const MESSAGES = 40;
export const WARM_UP = 5;
const QUESTION = '请问运费多少';
const BYTES_IN_KB = 1_024;

/** The same library as the canvases have. */
async function fill(fresh: NewSide, rows: Array<Record<string, unknown>>): Promise<void> {
	const columns = [
		'key',
		'keyword',
		'reply',
		'level',
		'variants',
		'questions',
		'exclude',
		'priority',
	];
	await fresh.insert(
		'keywords',
		rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))),
	);
}

/** Messages to a canvas that records who writes and answers by keyword. */
export interface Chat {
	workflowId: string;
	/** Makes somebody known. */
	greet(openId: string): Promise<void>;
	/** @returns milliseconds until the reply */
	ask(openId: string): Promise<number>;
}

type Pushed = Awaited<ReturnType<typeof push>>;

function replyTime({ reading, deliveries }: Pushed): number {
	if (reading.kind !== 'reply') throw new Error(`No reply but ${reading.kind}`);
	return deliveries[0]?.milliseconds ?? Number.NaN;
}

export const question = (openId: string) => ({
	FromUserName: openId,
	MsgType: 'text',
	Content: QUESTION,
});

const greeting = (openId: string) => ({ ...question(openId), Content: '在吗' });

/** Opens the chat, with a library of some rows. */
export async function openChat(
	fresh: NewSide,
	library: () => Promise<Array<Record<string, unknown>>>,
): Promise<Chat> {
	const workflow = flow('Messages', [
		trigger(),
		{
			name: 'Record',
			type: 'weChatContacts',
			parameters: { resource: 'contact', operation: 'record' },
		},
		{ name: 'Route', type: 'weChatKeywordRouter', parameters: { operation: 'route' } },
		reply({ text: '={{ $json.reply }}' }),
	]);
	const { webhookPath, ...rest } = workflow;
	const next = (node: string) => ({ node, type: 'main', index: 0 });
	// Whether new or known, everybody is answered.
	(rest.connections as Record<string, unknown>).Record = {
		main: [[next('Route')], [next('Route')]],
	};
	const workflowId = await fresh.add(rest);
	await fresh.publish(workflowId);
	const { state } = fresh.simulator.platform;
	state.callback.url = await fresh.n8n.webhookIsLive(webhookPath);
	// The first message makes the tables.
	await push(state, question('oFirst'));
	await fill(fresh, await library());
	// The library is looked at anew after five seconds.
	await pause(6_000);
	return {
		workflowId,
		greet: async (openId) => {
			await push(state, greeting(openId));
		},
		ask: async (openId) => replyTime(await push(state, question(openId))),
	};
}

/** A follower asks, reads the answer, and all of it is written down. */
export const messages: Contest = async (old, fresh) => {
	await old.install('01', '04');
	const { app } = old;
	const chat = await openChat(fresh, async () => await app.rows('wechat_keywords'));
	const times = { old: [] as number[], fresh: [] as number[] };
	for (let number = 0; number < WARM_UP + MESSAGES; number++) {
		const openId = `oAsker${number}`;
		// Somebody who is known, as nearly everybody is who writes.
		await app.push(greeting(openId));
		await app.settled();
		await chat.greet(openId);
		const before = replyTime(await app.push(question(openId)));
		await app.settled();
		const now = await chat.ask(openId);
		if (number < WARM_UP) continue;
		times.old.push(before);
		times.fresh.push(now);
	}
	const executions = await fresh.n8n.executions(chat.workflowId);
	const sizes = executions.map(({ stored }) => stored.length / BYTES_IN_KB);
	return { ...times, note: `execution data of a message ${median(sizes).toFixed(1)} KB` };
};
