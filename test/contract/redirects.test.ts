/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountKeys } from '../../nodes/shared/transport/keys';
import { fingerprint } from '../../nodes/shared/transport/token';
import { useAccount } from '../harness/account';
import { keysFor, runAction, testCredentials } from '../harness/engine';
import { loadPackage } from '../harness/nodeTypes';

type Answer = (request: IncomingMessage) => { status: number; location?: string };

async function listen(answer: Answer): Promise<{ url: string; server: Server; seen: string[] }> {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			seen.push(`${request.url} ${Buffer.concat(chunks).toString()}`);
			const { status, location } = answer(request);
			response.writeHead(status, location ? { location } : {});
			response.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, server, seen };
}

describe('fault 1.15: redirects', () => {
	const account = useAccount();
	const servers: Server[] = [];
	const open = async (answer: Answer) => {
		const opened = await listen(answer);
		servers.push(opened.server);
		return opened;
	};

	afterEach(() => {
		for (const server of servers.splice(0)) server.close();
	});

	it.each([301, 302, 303, 307, 308])('%i of a token call takes no secret along', async (status) => {
		const thief = await open(() => ({ status: 200 }));
		const proxy = await open(() => ({ status, location: `${thief.url}/cgi-bin/stable_token` }));
		const credentials = await testCredentials(keysFor(proxy.url, account.state.account));
		const { error } = await runAction('user', 'get', { openId: 'oA' }, [{}], credentials);
		expect(error?.message).toBe('The server redirects to another address');
		expect(error?.description).toContain('API Base URL');
		expect(proxy.seen).toHaveLength(1);
		expect(thief.seen).toEqual([]);
	});

	it.each([
		['user', 'get', { openId: 'oA' }],
		['user', 'setRemark', { openId: 'oA', remark: '甲' }],
		['webAuthorization', 'exchangeCode', { code: 'c' }],
		['account', 'resetAllQuotas', { withKeys: true }],
	])('of %s: %s takes no token along', async (resource, operation, parameters) => {
		const thief = await open(() => ({ status: 200 }));
		const proxy = await open(() => ({ status: 307, location: `${thief.url}/` }));
		await runAction('user', 'get', { openId: 'oA' }, [{}], account.credentials);
		const { stored } = account.credentials;
		const credentials = await testCredentials({ ...stored, apiBaseUrl: proxy.url });
		credentials.stored.tokenBinding = fingerprint(accountKeys(credentials.stored));
		const { error } = await runAction(resource, operation, parameters, [{}], credentials);
		expect(error?.message).toBe('The server redirects to another address');
		expect(thief.seen).toEqual([]);
	});

	it('no request of another node follows one with the token', async () => {
		const { credentialType } = await loadPackage();
		const { authenticate } = credentialType('weChatOfficialAccountApi');
		if (typeof authenticate !== 'function') throw new Error('authenticate is no function');
		await runAction('user', 'get', { openId: 'oA' }, [{}], account.credentials);
		const url = `${account.simulator.url}/cgi-bin/getcallbackip`;
		expect(await authenticate(account.credentials.stored, { url, qs: {} })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it('nothing goes to an address that is not https', async () => {
		const keys = { ...keysFor('', account.state.account), apiBaseUrl: 'http://proxy.example.com' };
		const credentials = await testCredentials(keys);
		const { error } = await runAction('user', 'get', { openId: 'oA' }, [{}], credentials);
		expect(error?.message).toContain('would travel unencrypted');
	});
});
