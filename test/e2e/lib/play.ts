/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addComment, seed } from '../../simulator/control';
import { push } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import { until, type N8n } from './n8n';

type Json = Record<string, unknown>;
interface SampleNode extends Json {
	name: string;
	type: string;
	webhookId?: string;
	parameters: Json;
}

const CREDENTIAL = 'weChatOfficialAccountApi';
const FOLLOWER = 'oXiaoMing_0123456789abcdefgh';
const ARTICLE = 2247490098;
const TEMPLATE = {
	id: 'order-shipped',
	title: '订单发货通知',
	content: '订单号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}',
	example: '订单号：A1001\n商品：《公众号运营》',
};

/** One thing that was to happen, and whether it did. */
export interface Step {
	what: string;
	detail: string;
	isDone: boolean;
}

export interface Stage {
	n8n: N8n;
	simulator: Simulator;
	/** Makes n8n's time so many milliseconds later than the machine's. */
	moveClock(ahead: number): Promise<void>;
	/** Folder of the sample workflows. */
	samples: string;
	tell(step: Step): void;
	say(text: string): void;
}

function load(stage: Stage, file: string): Json & { nodes: SampleNode[] } {
	return JSON.parse(readFileSync(join(stage.samples, `${file}.json`), 'utf8')) as Json & {
		nodes: SampleNode[];
	};
}

interface Installed {
	/** The server URL to enter in WeChat's console. */
	url: string;
	workflowIds: string[];
}

/** Credential and workflows, as a person would set them up in the editor. */
async function setUp({ n8n, simulator, ...stage }: Stage): Promise<Installed> {
	const { appId, appSecret, token, encodingAesKey } = simulator.platform.state.account;
	const credentialId = await n8n.addCredential(CREDENTIAL, 'WeChat account', {
		appId,
		appSecret,
		token,
		encodingAesKey,
		apiBaseUrl: simulator.url,
	});
	const files = [
		'reply-to-messages-and-tag-the-sender',
		'answer-new-article-comments',
		'send-a-template-message',
	];
	let webhookId = '';
	const workflowIds: string[] = [];
	for (const file of files) {
		const workflow = load({ n8n, simulator, ...stage }, file);
		for (const node of workflow.nodes) {
			if (node.type.endsWith('weChatOfficialAccountTrigger')) webhookId = node.webhookId ?? '';
			// The sample asks every five minutes; a spectator would rather not wait that long.
			if (node.type.endsWith('weChatCommentTrigger')) {
				node.parameters.pollTimes = { item: [{ mode: 'everyMinute' }] };
			}
		}
		const id = await n8n.importWorkflow(workflow, credentialId);
		await n8n.publish(id);
		workflowIds.push(id);
	}
	return { url: await n8n.webhookIsLive(`${webhookId}/wechat`), workflowIds };
}

async function isTagged({ simulator }: Stage, name: string): Promise<boolean> {
	const { state } = simulator.platform;
	const hasTag = () => {
		const tag = [...state.tags.values()].find((candidate) => candidate.name === name);
		return tag !== undefined && state.followers.get(FOLLOWER)?.tagIds.includes(tag.id);
	};
	return await until('the tag', async () => hasTag() || undefined, 10_000).catch(() => false);
}

async function followerWrites(stage: Stage): Promise<void> {
	const { state } = stage.simulator.platform;
	const followed = await push(state, {
		FromUserName: FOLLOWER,
		MsgType: 'event',
		Event: 'subscribe',
		EventKey: '',
	});
	const written = await push(state, {
		FromUserName: FOLLOWER,
		MsgType: 'text',
		Content: '这个月有什么优惠？',
	});
	for (const [what, { reading, deliveries }] of [
		['小明 follows and is welcomed', followed],
		['小明 writes "这个月有什么优惠？" and gets a reply', written],
	] as const) {
		const text = reading.kind === 'reply' ? String(reading.content.content) : reading.kind;
		stage.tell({
			what,
			detail: `${text.split('\n', 1)[0]} (${deliveries[0]?.milliseconds} ms, encrypted)`,
			isDone: reading.kind === 'reply' && reading.isEncrypted && deliveries.length === 1,
		});
	}
	for (const name of ['新粉丝', '活跃粉丝']) {
		stage.tell({
			what: `小明 gets the tag ${name}`,
			detail: '',
			isDone: await isTagged(stage, name),
		});
	}
}

async function orderIsShipped(stage: Stage): Promise<void> {
	const response = await fetch(`${stage.n8n.url}/webhook/send-template-message`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			openId: FOLLOWER,
			templateId: TEMPLATE.id,
			orderNo: 'A1001',
			product: '《公众号运营》',
		}),
	});
	const inbox = stage.simulator.platform.state.followers.get(FOLLOWER)?.inbox ?? [];
	stage.tell({
		what: 'The shop reports an order, 小明 gets a template message',
		detail: (await response.text()).slice(0, 120),
		isDone: inbox.some(({ via }) => via === 'template'),
	});
}

async function commentsAreAnswered(stage: Stage): Promise<void> {
	const { platform } = stage.simulator;
	const question = addComment(platform, {
		msgDataId: ARTICLE,
		openId: FOLLOWER,
		content: '请问怎么报名？',
	});
	const praise = addComment(platform, {
		msgDataId: ARTICLE,
		openId: FOLLOWER,
		content: '写得真好',
	});
	stage.say('Two comments were written; n8n asks WeChat once a minute …');
	const isAnswered = () =>
		question.reply !== undefined && praise.reply !== undefined && praise.isElected;
	await until('the comments are answered', async () => isAnswered() || undefined, 90_000).catch(
		() => false,
	);
	stage.tell({
		what: 'The question "请问怎么报名？" is answered',
		detail: question.reply?.content ?? '',
		isDone: question.reply !== undefined,
	});
	stage.tell({
		what: 'The praise "写得真好" is thanked for and elected',
		detail: praise.reply?.content ?? '',
		isDone: praise.isElected && praise.reply !== undefined,
	});
}

/** Plays the scene of the demo: follow, message, tags, template message, comments. */
export async function play(stage: Stage): Promise<void> {
	const { platform } = stage.simulator;
	seed(platform, {
		callback: { mode: 'safe' },
		followers: [{ openId: FOLLOWER }],
		templates: [TEMPLATE],
		articles: [{ msgDataId: ARTICLE, title: '读者见面会报名' }],
	});
	stage.say('Setting up the credential and the three first workflows …');
	const { url, workflowIds } = await setUp(stage);
	platform.state.callback.url = url;
	await followerWrites(stage);
	await orderIsShipped(stage);
	await commentsAreAnswered(stage);
	// The whole system of workflows comes next; two must not answer the same comment.
	for (const id of workflowIds) await stage.n8n.unpublish(id);
}
