/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { OwnedResponse } from '../../../nodes/WeChatOfficialAccountTrigger/ownedResponse';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const REPLY = '<xml><MsgType>text</MsgType></xml>';

describe('the answer to WeChat while others may reply', () => {
	const ended: string[] = [];
	const headers: Record<string, string> = {};
	let response: Response;
	let owned: OwnedResponse;
	let noneReplied: () => void;
	const settle = async () => await sleep(1);

	beforeEach(() => {
		ended.length = 0;
		response = {
			statusCode: 200,
			end: (body: string) => ended.push(body),
			setHeader: (name: string, value: string) => {
				headers[name] = value;
				return response;
			},
		} as unknown as Response;
		owned = new OwnedResponse(response);
		owned.holdFor(
			new Promise<void>((resolve) => {
				noneReplied = resolve;
			}),
		);
	});

	it('keeps "no reply" back until the others have none', async () => {
		response.end();
		await settle();
		expect(ended).toEqual([]);
		noneReplied();
		await settle();
		expect(ended).toEqual(['success']);
	});

	it('lets a reply of others win over "no reply"', async () => {
		owned.acknowledge();
		expect(owned.answer(REPLY)).toBe(true);
		noneReplied();
		await settle();
		expect(ended).toEqual([REPLY]);
	});

	it('sends its own reply at once, and tells others that they are late', () => {
		response.end(Buffer.from(REPLY));
		expect(owned.answer('<xml></xml>')).toBe(false);
		expect(ended).toEqual([REPLY]);
	});

	it('keeps n8n from compressing a long reply without saying so', () => {
		response.end(Buffer.from(REPLY));
		expect(headers['cache-control']).toBe('no-transform');
		response.setHeader('content-encoding', 'gzip');
		expect(headers).not.toHaveProperty('content-encoding');
	});

	it('does not keep back that the run could not start', () => {
		response.status(500).json({ message: 'Workflow could not be started' });
		expect(ended).toEqual(['']);
		expect(response.statusCode).toBe(500);
	});

	it('acknowledges when the time is over, whoever might still reply', async () => {
		owned.answerWithin(0);
		await owned.sent;
		expect(ended).toEqual(['success']);
	});
});

describe('fault 1.19: a request that has been answered', () => {
	/** Runs the garbage collector, which is hidden from ordinary code. */
	function collect(): void {
		setFlagsFromString('--expose_gc');
		(runInNewContext('gc') as () => void)();
	}

	/** An answered request whose deadline is still minutes away. */
	function answered(): { owned: OwnedResponse; response: WeakRef<object> } {
		const response = { end: () => undefined, setHeader: () => undefined } as unknown as Response;
		const owned = new OwnedResponse(response);
		owned.answerWithin(300);
		owned.answer('success');
		return { owned, response: new WeakRef<object>(response) };
	}

	it('is not held in memory until its time is over', async () => {
		const all = [...Array(20).keys()].map(answered);
		await sleep(1);
		collect();
		expect(all.filter(({ response }) => response.deref()).length).toBeLessThanOrEqual(1);
		expect(all.every(({ owned }) => !owned.answer('again'))).toBe(true);
	});
});
