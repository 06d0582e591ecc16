import type { INode, WorkflowExecuteMode } from 'n8n-workflow';
import { callbackKeysOf } from '../../../nodes/shared/callback/keys';

let nextId = 0;

/** A published trigger whose credential is changed at will. */
function published({ mode = 'webhook' as WorkflowExecuteMode } = {}) {
	const id = `credential-${(nextId += 1)}`;
	const stored = { appId: ' wx1 ', token: 'first', encodingAesKey: '' };
	const getCredentials = jest.fn(async () => await Promise.resolve({ ...stored }));
	const node = { credentials: { weChatOfficialAccountApi: { id, name: 'WeChat' } } };
	const ctx = {
		getCredentials: getCredentials as never,
		getMode: () => mode,
		getNode: () => node as unknown as INode,
	};
	return { ctx, stored, getCredentials };
}

describe('the keys of the server configuration', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('are read once for messages that come together', async () => {
		const { ctx, getCredentials } = published();
		const all = await Promise.all([...Array(50).keys()].map(async () => await callbackKeysOf(ctx)));
		expect(getCredentials).toHaveBeenCalledTimes(1);
		expect(all.at(-1)).toEqual({ appId: 'wx1', token: 'first', encodingAesKey: '' });
	});

	it('are read again after five seconds, so that a changed Token works', async () => {
		const { ctx, stored } = published();
		await callbackKeysOf(ctx);
		stored.token = 'second';
		jest.advanceTimersByTime(4_999);
		expect((await callbackKeysOf(ctx)).token).toBe('first');
		jest.advanceTimersByTime(1);
		expect((await callbackKeysOf(ctx)).token).toBe('second');
	});

	it('are always the saved ones for somebody who tries the workflow', async () => {
		const { ctx, stored } = published({ mode: 'manual' });
		await callbackKeysOf(ctx);
		stored.token = 'second';
		expect((await callbackKeysOf(ctx)).token).toBe('second');
	});

	it('are asked for again when they could not be read', async () => {
		const { ctx, getCredentials } = published();
		getCredentials.mockRejectedValueOnce(new Error('database is locked'));
		await expect(callbackKeysOf(ctx)).rejects.toThrow('database is locked');
		expect((await callbackKeysOf(ctx)).token).toBe('first');
	});

	it('of one credential are never those of another', async () => {
		const one = published();
		const other = published();
		other.stored.token = 'other';
		await callbackKeysOf(one.ctx);
		expect((await callbackKeysOf(other.ctx)).token).toBe('other');
	});
});
