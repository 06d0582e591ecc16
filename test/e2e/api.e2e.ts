import { action, trigger } from './lib/nodes';
import { until } from './lib/n8n';
import { CREDENTIAL, flow, useScene } from './lib/scene';

type Json = Record<string, unknown>;

const PACKAGE = 'n8n-nodes-wechat-engagement';
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const code = (name: string, jsCode: string) => ({
	name,
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode },
});

describe('the API in a real n8n', () => {
	const scene = useScene();
	const state = () => scene.simulator.platform.state;
	const calls = (path: string) =>
		scene.simulator.platform.journal.filter((call) => call.path === path);

	it('downloads the picture that a follower sent, and uploads it to the library', async () => {
		await scene.connect();
		state().media.set('sent1', { contentType: 'image/png', data: PIXEL });
		const published = await scene.publish(
			flow('Pictures', [
				trigger({ triggerOn: ['image'] }),
				{
					...action('media', 'get', { mediaId: '={{ $json.MediaId }}' }),
					name: 'Download',
				},
				{ ...action('media', 'uploadPermanent', { mediaType: 'image' }), name: 'Upload' },
			]),
		);
		await published.push({
			FromUserName: 'oA',
			MsgType: 'image',
			MediaId: 'sent1',
			PicUrl: 'http://mmbiz.qpic.cn/1',
		});
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.error?.message).toBeUndefined();
		const mediaId = String(execution?.items.Upload?.[0]?.json.mediaId);
		expect(state().materials.get(mediaId)?.data.equals(PIXEL)).toBe(true);
	});

	it('tags 1,000 followers in 20 calls', async () => {
		await scene.connect();
		for (let number = 0; number < 1_000; number++) state().addFollower(`oFollower${number}`);
		const published = await scene.publish(
			flow('Tag many', [
				trigger({ triggerOn: ['text'] }),
				code(
					'Followers',
					'return [...Array(1000).keys()].map((number) => ({ json: { openId: `oFollower${number}` } }));',
				),
				action('tag', 'tagUsers', {
					tag: { __rl: true, mode: 'name', value: '活跃' },
					openIds: '={{ $json.openId }}',
				}),
			]),
		);
		await published.say('oOperator', '打标签');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1, 60_000);
		expect(execution?.error?.message).toBeUndefined();
		expect(execution?.items.Action).toHaveLength(1_000);
		expect(calls('/cgi-bin/tags/members/batchtagging')).toHaveLength(20);
		expect(state().followers.get('oFollower999')?.tagIds).toHaveLength(1);
	});

	it('fills a picker, and the fields that depend on what was picked', async () => {
		const credentialId = await scene.connect();
		const content = '订单号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}';
		state().templates.push({ id: 'T1', title: '订单发货通知', content, example: '' });
		const request = {
			nodeTypeAndVersion: { name: `${PACKAGE}.weChatOfficialAccount`, version: 1 },
			credentials: { [CREDENTIAL]: { id: credentialId, name: 'WeChat account' } },
			currentNodeParameters: {
				resource: 'templateMessage',
				operation: 'send',
				templateId: byId('T1'),
			},
		};
		const ask = async (kind: string, path: string, methodName: string) =>
			await scene.n8n.api<Json>('POST', `/dynamic-node-parameters/${kind}`, {
				...request,
				path: `parameters.${path}`,
				methodName,
			});
		const list = await ask('resource-locator-results', 'templateId', 'searchTemplates');
		expect(list.results).toEqual([{ name: '订单发货通知', value: 'T1' }]);
		const { fields } = await ask('resource-mapper-fields', 'fields', 'getTemplateFields');
		expect((fields as Json[]).map(({ id, displayName }) => [id, displayName])).toEqual([
			['character_string1', '订单号 (character_string1)'],
			['thing2', '商品 (thing2)'],
		]);
	});
});

describe('waiting for an answer', () => {
	const scene = useScene();
	const state = () => scene.simulator.platform.state;
	const inbox = (openId: string): unknown[] => state().followers.get(openId)?.inbox ?? [];

	/** The link in the message to a staff member. */
	const linkOf = async (openId: string) =>
		await until('the staff member gets the question', async () => {
			const texts = JSON.stringify(await Promise.resolve(inbox(openId)));
			return /href=\\"([^"\\]+)/.exec(texts)?.[1];
		});

	it('asks a staff member by a link that only a button answers', async () => {
		await scene.connect();
		state().allow(state().addFollower('oStaff'), 5, 3_600_000);
		const published = await scene.publish(
			flow('Approval', [
				trigger({ triggerOn: ['text'] }),
				action('customerServiceMessage', 'sendAndWait', {
					openId: 'oStaff',
					message: '=同意回复「{{ $json.Content }}」吗？',
				}),
			]),
		);
		await published.say('oA', '我要退款');
		const link = await linkOf('oStaff');
		const page = await (await fetch(link)).text();
		expect(page).toContain('同意回复「我要退款」吗？');
		// What messengers, scanners and mail servers do with a link that they see.
		await fetch(link, { method: 'HEAD' });
		for (const agent of ['MicroMessenger', 'facebookexternalhit/1.1', 'Slackbot-LinkExpanding']) {
			await (await fetch(link, { headers: { 'user-agent': agent } })).text();
		}
		expect(await scene.n8n.executions(published.id)).toHaveLength(0);
		const forged = await fetch(`${link}0`, {
			method: 'POST',
			body: new URLSearchParams({ decision: 'approve' }),
		});
		expect(forged.status).toBe(401);
		const decline = async () =>
			await fetch(link, {
				method: 'POST',
				body: new URLSearchParams({ decision: 'decline' }),
			});
		expect(await (await decline()).text()).toContain('已收到');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.status).toBe('success');
		expect(execution?.items.Action?.[0]?.json).toMatchObject({ data: { approved: false } });
		expect(await (await decline()).text()).not.toContain('已收到');
	});

	it('asks a follower in the chat, and goes on with the next message', async () => {
		await scene.connect();
		state().allow(state().addFollower('oA'), 5, 3_600_000);
		const table = await scene.n8n.makeTable('questions', {
			openId: 'string',
			resumeUrl: 'string',
			deadline: 'string',
		});
		const row = (operation: string, parameters: Json) => ({
			name: operation,
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1,
			parameters: {
				operation,
				dataTableId: { __rl: true, mode: 'name', value: table },
				...parameters,
			},
		});
		const ask = await scene.publish(
			flow('Ask', [
				trigger({ triggerOn: ['event.CLICK'] }),
				action('customerServiceMessage', 'askInChat', {
					openId: '={{ $json.FromUserName }}',
					question: '几点到店？',
				}),
				row('insert', {
					columns: {
						mappingMode: 'defineBelow',
						value: {
							openId: '={{ $json.openId }}',
							resumeUrl: '={{ $json.resumeUrl }}',
							deadline: '={{ $json.deadline }}',
						},
					},
				}),
				{ ...action('customerServiceMessage', 'waitForAnswer', {}), name: 'Answer' },
			]),
		);
		await ask.push({ FromUserName: 'oA', MsgType: 'event', Event: 'CLICK', EventKey: 'BOOK' });
		await until('the follower is asked', async () =>
			Promise.resolve(JSON.stringify(inbox('oA')).includes('几点到店') || undefined),
		);
		const chat = await scene.publish(
			flow('Chat', [
				trigger({ triggerOn: ['text'] }),
				row('get', {
					filters: {
						conditions: [
							{ keyName: 'openId', condition: 'eq', keyValue: '={{ $json.FromUserName }}' },
						],
					},
				}),
				action('customerServiceMessage', 'resumeWithAnswer', {
					resumeUrl: '={{ $json.resumeUrl }}',
					openId: '={{ $json.openId }}',
					answer: "={{ $('Trigger').item.json.Content }}",
				}),
			]),
		);
		await chat.say('oA', '下午三点');
		const [resumed] = await scene.n8n.waitForExecutions(ask.id, 1);
		expect(resumed?.error?.message).toBeUndefined();
		expect(resumed?.items.Answer?.[0]?.json).toMatchObject({
			openId: 'oA',
			answered: true,
			answer: '下午三点',
		});
		await chat.say('oA', '四点');
		const executions = await scene.n8n.waitForExecutions(chat.id, 2);
		expect(executions[0]?.items.Action?.[0]?.json).toMatchObject({ resumed: true });
		expect(executions[1]?.items.Action?.[0]?.json).toMatchObject({ resumed: false });
	});
});
