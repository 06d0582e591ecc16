import { action, trigger } from './lib/nodes';
import { until } from './lib/n8n';
import { CREDENTIAL, credentialData, flow, useScene } from './lib/scene';

const NAME = 'WeChat account';

/** n8n's own node with our credential. */
const request = (url: string) => ({
	name: 'Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL,
		options: {},
	},
	credentials: { [CREDENTIAL]: { name: NAME } },
});

describe('the credential in n8n', () => {
	const scene = useScene();
	const test = async (changes = {}) => {
		const id = await scene.connect(changes);
		const data = { ...credentialData(scene.simulator), ...changes };
		return await scene.n8n.testCredential(id, CREDENTIAL, NAME, data);
	};

	it('tests right keys as right', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
	});

	it('tells wrong AppID, wrong AppSecret and a missing whitelist entry apart', async () => {
		const wrongId = await test({ appId: 'wx00000000000000' });
		expect(wrongId).toMatchObject({ status: 'Error', message: expect.stringContaining('AppID') });
		const wrongSecret = await test({ appSecret: 'f'.repeat(32) });
		expect(wrongSecret).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('AppSecret'),
		});
		scene.simulator.platform.state.account.isWhitelisted = false;
		const notListed = await test();
		expect(notListed).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('203.0.113.9'),
		});
		const messages = [wrongId, wrongSecret, notListed].map(({ message }) => message);
		expect(new Set(messages).size).toBe(3);
	});

	it('finds a wrong AppSecret although a token is stored (others say OK)', async () => {
		const id = await scene.connect();
		const right = credentialData(scene.simulator);
		expect(await scene.n8n.testCredential(id, CREDENTIAL, NAME, right)).toMatchObject({
			status: 'OK',
		});
		const wrong = { ...right, appSecret: 'f'.repeat(32) };
		expect(await scene.n8n.testCredential(id, CREDENTIAL, NAME, wrong)).toMatchObject({
			status: 'Error',
		});
	});

	it('explains an EncodingAESKey of 42 characters', async () => {
		const { status, message } = await test({ encodingAesKey: 'a'.repeat(42) });
		expect(status).toBe('Error');
		expect(message).toContain('42 characters');
	});

	it('fault 7.1: says that Token is empty, in Test and when the trigger is published', async () => {
		const { status, message } = await test({ token: '' });
		expect(status).toBe('Error');
		expect(message).toContain('Token is empty in the credential');
		const { nodes, connections, settings, name } = flow('No token', [trigger()]);
		const { id } = await scene.publish({ nodes, connections, settings, name });
		await until('publishing has failed with the reason', async () => {
			const told = JSON.stringify(await scene.n8n.publicationStatus(id));
			return told.includes('Token is empty in the credential') || undefined;
		});
	});

	it('serves the HTTP Request node for any endpoint', async () => {
		await scene.connect();
		const nodes = [
			trigger({ respond: 'immediately' }),
			request(`${scene.simulator.url}/cgi-bin/getcallbackip`),
		];
		const published = await scene.publish(flow('Any endpoint', nodes));
		await published.say('oA', 'x');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(JSON.stringify(execution?.items.Request)).toContain('198.51.100.0/25');
	});

	it('does not give the token to a strange host', async () => {
		await scene.connect();
		const nodes = [trigger({ respond: 'immediately' }), request('http://127.0.0.1:9/steal')];
		const published = await scene.publish(flow('Strange host', nodes));
		await published.say('oA', 'x');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1);
		expect(execution?.status).toBe('error');
		expect(JSON.stringify(execution?.error)).toContain('only sent to the WeChat API');
	});

	it('keeps one stored token for several flows that run at once', async () => {
		await scene.connect();
		const { state, journal } = scene.simulator.platform;
		state.addFollower('oA');
		const node = action('user', 'get', { openId: 'oA' });
		const flows = await Promise.all(
			[1, 2, 3].map(
				async (number) =>
					await scene.publish(flow(`Flow ${number}`, [trigger({ respond: 'immediately' }), node])),
			),
		);
		const pushes = flows.map(async ({ url, say }) => {
			// Read when the push begins, so that each goes to its own flow.
			state.callback.url = url;
			return await say('oA', 'x');
		});
		await Promise.all(pushes);
		for (const { id } of flows) await scene.n8n.waitForExecutions(id, 1);
		expect(journal.filter(({ path }) => path === '/cgi-bin/stable_token')).toHaveLength(1);
	});
});
