import { sleep, type ICredentialDataDecryptedObject, type IHttpRequestOptions } from 'n8n-workflow';
import type { RequestContext } from '../../../nodes/shared/transport/types';

type Request = typeof import('../../../nodes/shared/transport/request');
type Credential =
	typeof import('../../../credentials/WeChatOfficialAccountApi.credentials').WeChatOfficialAccountApi;

const KEYS = { appId: 'wx1', appSecret: 'secret', apiBaseUrl: 'https://api.weixin.qq.com' };
const LIFETIME_S = 7_200;
/** What workers share: the database with the credential, and the platform. */
class Shared {
	stored: ICredentialDataDecryptedObject = { ...KEYS, accessToken: '' };

	tokenCalls = 0;

	refused = new Set<string>();

	/** Both take their time. */
	async answer(options: IHttpRequestOptions): Promise<unknown> {
		await sleep(40);
		const reply = (value: object) => ({
			body: JSON.stringify(value),
			headers: {},
			statusCode: 200,
		});
		if (!String(options.url).endsWith('stable_token')) {
			const isRefused = this.refused.has(String(options.qs?.access_token));
			return reply(isRefused ? { errcode: 40001 } : { errcode: 0 });
		}
		this.tokenCalls += 1;
		const access_token = `token${this.refused.size}`;
		return reply({ access_token, expires_in: LIFETIME_S });
	}
}

/** A process of its own: nothing in memory is shared with the others. */
class Worker {
	private readonly request: Request;

	private readonly credential: InstanceType<Credential>;

	constructor(private readonly shared: Shared) {
		let loaded: [Request, Credential] | undefined;
		jest.isolateModules(() => {
			/* eslint-disable @typescript-eslint/no-require-imports */
			const request = require('../../../nodes/shared/transport/request') as Request;
			const { WeChatOfficialAccountApi } =
				require('../../../credentials/WeChatOfficialAccountApi.credentials') as {
					WeChatOfficialAccountApi: Credential;
				};
			loaded = [request, WeChatOfficialAccountApi];
		});
		if (!loaded) throw new Error('nothing was loaded');
		const [request, Type] = loaded;
		this.request = request;
		this.credential = new Type();
	}

	/** What n8n does around a request: the credential is read anew, renewed when it says so, and stored. */
	private async send(options: IHttpRequestOptions): Promise<unknown> {
		const { stored } = this.shared;
		const credentials = { ...stored };
		const renew = async () => {
			const helpers = {
				httpRequest: async (o: IHttpRequestOptions) => await this.shared.answer(o),
			};
			const output = await this.credential.preAuthentication.call(
				{ helpers } as never,
				credentials,
			);
			await sleep(20);
			Object.assign(stored, output);
			Object.assign(credentials, output);
		};
		if (credentials.accessToken === '') await renew();
		const { authenticate } = this.credential;
		if (typeof authenticate !== 'function') throw new Error('authenticate is no function');
		try {
			await authenticate(credentials, options);
		} catch {
			await renew();
			await authenticate(credentials, options);
		}
		return await this.shared.answer(options);
	}

	async call(executionId: number): Promise<void> {
		const ctx = {
			getExecutionId: () => String(executionId),
			getCredentials: async () => ({ ...this.shared.stored }),
			logger: { debug: () => undefined },
			helpers: {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
					await this.send(options),
			},
		} as unknown as RequestContext;
		await this.request.weChatRequest(ctx, { method: 'GET', path: '/cgi-bin/tags/get' });
	}
}

/** All calls, with the time that they wait for. */
async function ended(...calls: Array<Promise<void>>): Promise<void> {
	const all = Promise.all(calls);
	await jest.runAllTimersAsync();
	await all;
}

describe('one token for several workers', () => {
	// Time goes on only when everybody waits for it, so that a busy machine changes no order.
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});

	it('is asked for once by two workers whose runs begin at once', async () => {
		for (const first of [1, 2, 3, 4]) {
			const shared = new Shared();
			const workers = [new Worker(shared), new Worker(shared)];
			await ended(...workers.map(async (worker, place) => await worker.call(first + place)));
			expect(shared.tokenCalls).toBe(1);
		}
	});

	it('is asked for once by a process, however many runs begin at once', async () => {
		const shared = new Shared();
		const worker = new Worker(shared);
		await ended(...[...Array(30).keys()].map(async (run) => await worker.call(run + 1)));
		expect(shared.tokenCalls).toBe(1);
	});

	it('is replaced once when WeChat refuses it to thirty calls of a process', async () => {
		const shared = new Shared();
		const worker = new Worker(shared);
		await ended(worker.call(1));
		shared.refused.add('token0');
		await ended(...[...Array(30).keys()].map(async (run) => await worker.call(run + 2)));
		expect(shared.tokenCalls).toBe(2);
	});

	it('is renewed by the worker whose moment comes first, and found there by the others', async () => {
		const moments = [0.9, 0.1];
		jest.spyOn(Math, 'random').mockImplementation(() => moments.shift() ?? 0.5);
		const shared = new Shared();
		const [early, late] = [new Worker(shared), new Worker(shared)];
		await ended(early.call(1));
		const obtainedAt = Date.now();
		const clock = jest.spyOn(Date, 'now');
		const at = (seconds: number) => clock.mockImplementation(() => obtainedAt + seconds * 1_000);
		// 120 s before the end it has to be new; 108 s and 12 s before that are the moments of the two.
		at(LIFETIME_S - 120 - 60);
		await ended(late.call(2));
		expect(shared.tokenCalls).toBe(1);
		await ended(late.call(3), early.call(4));
		expect(shared.tokenCalls).toBe(2);
		at(LIFETIME_S - 120 - 5);
		await ended(late.call(5));
		expect(shared.tokenCalls).toBe(2);
	});
});
