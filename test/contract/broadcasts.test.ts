import type { INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const SEND = '/cgi-bin/message/mass/send';
const SEND_ALL = '/cgi-bin/message/mass/sendall';
const DELETE = '/cgi-bin/message/mass/delete';

interface Sent {
	touser: string[];
	clientmsgid: string;
}

describe('fault 2.2: one Client Message ID, several broadcasts', () => {
	const account = useAccount();
	const openIds = [...Array(20_003).keys()].map((number) => `o${number}`);
	const send = async (list: string[], clientMsgId: string, more: INodeParameters = {}) =>
		await runAction(
			'broadcast',
			'send',
			{
				audience: 'openIds',
				openIds: list.join(','),
				messageType: 'text',
				text: '您好',
				additionalFields: { clientMsgId },
				...more,
			},
			[{}],
			account.credentials,
		);
	const calls = () => account.calls(SEND).map(({ body }) => body as Sent);
	const flags = ({ items }: Awaited<ReturnType<typeof send>>) =>
		items.map(({ json }) => json.sentBefore);

	beforeEach(() => {
		for (const openId of openIds) account.state.addFollower(openId);
	});

	it('keeps an own ID readable where there is room', async () => {
		await send(['o1', 'o2'], 'spring');
		expect(calls()[0]?.clientmsgid).toMatch(/^spring-[0-9a-f]{8}$/);
	});

	it('reaches 20,003 people', async () => {
		// So long that a suffix does not fit.
		const id = '春'.repeat(10);
		const result = await send(openIds, id);
		expect(result.error).toBeUndefined();
		expect(flags(result)).toEqual([false, false, false]);
		expect(new Set(calls().flatMap(({ touser }) => touser)).size).toBe(20_003);
		const ids = calls().map(({ clientmsgid }) => clientmsgid);
		expect(new Set(ids).size).toBe(3);
		expect(ids.every((sent) => Buffer.byteLength(sent) <= 32)).toBe(true);
		// Repeated, in another order: nobody gets it twice.
		expect(flags(await send([...openIds].reverse(), id))).toEqual([true, true, true]);
		expect(account.state.broadcasts.size).toBe(3);
	});

	it('says sent before only of the same recipients', async () => {
		await send(['o1', 'o2'], 'spring');
		expect(flags(await send(['o3', 'o4'], 'spring'))).toEqual([false]);
		expect(flags(await send(['o2', 'o1'], 'spring'))).toEqual([true]);
	});

	it('tells tags apart that get the same campaign, and leaves an ID for everybody as it is', async () => {
		for (const id of [101, 102]) account.state.tags.set(id, { id, name: `标签${id}` });
		const toTag = async (value: string) =>
			await send([], 'spring', { audience: 'tag', tag: { mode: 'id', value } });
		expect(flags(await toTag('101'))).toEqual([false]);
		expect(flags(await toTag('102'))).toEqual([false]);
		expect(flags(await toTag('101'))).toEqual([true]);
		await send([], 'spring', { audience: 'all' });
		expect(account.calls(SEND_ALL).at(-1)?.body).toMatchObject({ clientmsgid: 'spring' });
	});

	it('tells how many have been reached when a later broadcast fails', async () => {
		account.simulator.platform.faults.add({ path: SEND, after: 1, errcode: 45028 });
		const { error } = await send(openIds, 'spring');
		expect(error?.message).toContain('45028');
		expect(error?.description).toContain('10000 of 20003 recipients have been sent to already');
	});

	it('refuses an ID of 33 bytes before anything is sent', async () => {
		const { error } = await send(['o1', 'o2'], '春'.repeat(11));
		expect(error?.message).toContain("'Client Message ID' has 33 bytes");
		expect(account.calls()).toHaveLength(0);
	});
});

describe('correction 12: what goes with images, videos and deletion', () => {
	const account = useAccount();
	const send = async (parameters: INodeParameters) => {
		account.simulator.platform.faults.add({ path: SEND_ALL, body: '{"errcode":0,"msg_id":1}' });
		await runAction(
			'broadcast',
			'send',
			{ audience: 'all', ...parameters },
			[{}],
			account.credentials,
		);
		return account.calls(SEND_ALL).at(-1)?.body;
	};

	it('sends images with words, title and comments', async () => {
		const additionalFields = {
			recommend: '今年的新茶',
			title: '明前龙井',
			needOpenComment: true,
			onlyFansCanComment: true,
			videoDescription: '不属于图片',
		};
		expect(await send({ messageType: 'image', mediaId: 'm1, m2', additionalFields })).toMatchObject(
			{
				msgtype: 'image',
				images: {
					media_ids: ['m1', 'm2'],
					recommend: '今年的新茶',
					title: '明前龙井',
					need_open_comment: 1,
					only_fans_can_comment: 1,
				},
			},
		);
	});

	it('sends a video with title and description, and images without anything more', async () => {
		const additionalFields = { title: '采茶', videoDescription: '狮峰山' };
		const video = { messageType: 'mpvideo', mediaId: { mode: 'id', value: 'v1' } };
		expect(await send({ ...video, additionalFields })).toMatchObject({
			mpvideo: { media_id: 'v1', title: '采茶', description: '狮峰山' },
		});
		expect(await send({ messageType: 'image', mediaId: 'm1' })).toHaveProperty('images', {
			media_ids: ['m1'],
		});
	});

	it('deletes by URL', async () => {
		account.simulator.platform.faults.add({ path: DELETE, body: '{"errcode":0}' });
		const articleUrl = 'https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1';
		const parameters = { deleteBy: 'url', articleUrl };
		const { items } = await runAction('broadcast', 'delete', parameters, [{}], account.credentials);
		expect(items[0]?.json).toEqual({ deleted: true });
		expect(account.calls(DELETE)[0]?.body).toEqual({ url: articleUrl });
	});
});
