import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { contactsNode } from './helper';

const HOUR = 3_600_000;

describe('WeChat Contacts: write to a follower', () => {
	const account = useAccount();
	const write = async (items: IDataObject[], parameters: INodeParameters = {}) =>
		await contactsNode({ operation: 'write', ...parameters }, items, account.credentials);
	const follow = (openId: string, canWrite: boolean) => {
		const { state } = account;
		const wroteAt = state.clock.now();
		const follower = state.addFollower(openId, canWrite ? { wroteAt } : {});
		if (canWrite) state.allow(follower, 5, HOUR);
	};
	const inboxOf = (openId: string) => account.state.followers.get(openId)?.inbox ?? [];
	const item = (openId: string, key = 'k'): IDataObject => ({
		openId,
		key: `${key}-${openId}`,
		reply: `您好，${openId}`,
	});

	it('sends once, and tells the staff who got nothing and what they can do', async () => {
		follow('oNear', true);
		follow('oFar', false);
		const items = [item('oFar'), item('oNear'), item('oGone')];
		const advice = '请他们回复“我的奖品”查看。';
		const { outputs, error } = await write(items, { advice });
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[
				{
					summary: `消息已发给 1 人。\n2 人收不到消息：超过 48 小时没有互动，或者已经取消关注。\n${advice}`,
				},
			],
			[expect.objectContaining({ openId: 'oNear', written: 'sent' })],
			[
				expect.objectContaining({ openId: 'oFar', written: 'refused' }),
				expect.objectContaining({ openId: 'oGone', written: 'refused' }),
			],
		]);
		const kept = dataTablesOf(account.credentials).rows('interactions');
		expect(kept).toMatchObject([{ openId: 'oNear', kind: 'sent', text: '您好，oNear' }]);
		const again = await write([item('oNear')]);
		expect(again.outputs).toEqual([[], [expect.objectContaining({ written: 'alreadySent' })], []]);
		expect(inboxOf('oNear')).toHaveLength(1);
		await write([item('oNear', 'other')]);
		expect(inboxOf('oNear')).toHaveLength(2);
	});

	it('gives up soon where the account may not send at all', async () => {
		Object.assign(account.state.account, { isVerified: false, isVerifiedService: false });
		const people = [...Array(12).keys()].map((number) => `o${number}`);
		for (const openId of people) follow(openId, true);
		const { outputs } = await write(people.map((openId) => item(openId)));
		expect(outputs[0]).toEqual([{ summary: '12 人没有收到消息：这个公众号没有客服消息权限。' }]);
		expect(outputs[2]).toHaveLength(12);
		expect(account.calls('/cgi-bin/message/custom/send').length).toBeLessThanOrEqual(5);
	});

	it('refuses what has no key', async () => {
		const { error } = await write([{ openId: 'oA', reply: '您好' }]);
		expect(error?.message).toContain('has no key');
	});

	it('takes the key of a message, and one that was filled in before it', async () => {
		follow('oA', true);
		const wechat = { openId: 'oA', dedupeKey: 'oA:1' };
		await write([{ wechat, reply: '一' }]);
		await write([{ wechat, reply: '二' }]);
		await write([{ wechat, reply: '三' }], { key: 'mine' });
		expect(inboxOf('oA').map(({ content }) => content)).toEqual([
			{ content: '一' },
			{ content: '三' },
		]);
	});
});
