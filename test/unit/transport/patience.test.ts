import type { IHttpRequestOptions } from 'n8n-workflow';
import { weChatRequest } from '../../../nodes/shared/transport/request';
import type { RequestContext } from '../../../nodes/shared/transport/types';

describe('fault 2.12: how long a call may take', () => {
	/** Each attempt ends without an answer after as long as n8n was told to wait for one. */
	const timeouts = async (parts: object) => {
		let now = 1_000_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const used: number[] = [];
		const ctx = {
			getExecutionId: () => '1',
			getCredentials: async () => ({ appId: 'wx1', appSecret: 's', apiBaseUrl: '' }),
			logger: { debug: () => undefined },
			helpers: {
				httpRequestWithAuthentication: async (
					_type: string,
					{ timeout = 0 }: IHttpRequestOptions,
				) => {
					used.push(timeout);
					now += timeout;
					throw new Error('timeout');
				},
			},
			...parts,
		} as unknown as RequestContext;
		await expect(weChatRequest(ctx, { method: 'GET', path: '/x' })).rejects.toThrow('broke');
		return used;
	};

	afterEach(() => jest.restoreAllMocks());

	it('is seconds for a list that somebody has opened in the editor', async () => {
		expect(await timeouts({ getCurrentNodeParameter: () => '' })).toEqual([8_000]);
	});

	it('is half a minute for each attempt of a run', async () => {
		expect(await timeouts({})).toEqual([30_000, 30_000, 30_000]);
	});
});
