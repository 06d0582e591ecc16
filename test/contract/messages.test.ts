import { useAccount } from '../harness/account';
import { errcodeOf, runAction, runNode } from '../harness/engine';
import { loadOptionsContext } from '../harness/triggers';
import { listSearch } from '../../nodes/WeChatOfficialAccount/methods/listSearch';
import { resourceMapping } from '../../nodes/WeChatOfficialAccount/methods/resourceMapping';

const TEMPLATE = {
	id: 'ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY',
	title: '订单发货通知',
	content: '订单号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}',
	example: '订单号：A1\n商品：书',
};
const SEND = '/cgi-bin/message/template/send';

const byId = { templateId: { __rl: true, mode: 'id', value: TEMPLATE.id } };
const fields = (value: Record<string, string>) => ({
	fields: { mappingMode: 'defineBelow', value },
});
const order = fields({ character_string1: '={{ $json.order ?? "A1" }}', thing2: '书' });

describe('messages', () => {
	const account = useAccount();
	const run = async (
		resource: string,
		operation: string,
		parameters: object,
		items: object[] = [{}],
		onError?: 'continueRegularOutput',
	) =>
		await runAction(
			resource,
			operation,
			parameters as never,
			items as never,
			account.credentials,
			onError,
		);

	beforeEach(() => {
		account.state.templates.push(TEMPLATE);
		account.state.notices.push({ ...TEMPLATE, id: 'notice1' });
	});

	it('sends a template message with URL, mini program and client message ID', async () => {
		account.state.addFollower('oA');
		const additionalFields = {
			url: 'https://example.com/1',
			miniProgramAppId: 'wx1',
			miniProgramPage: 'pages/a',
			clientMsgId: 'order-1',
		};
		const result = await run('templateMessage', 'send', {
			openId: 'oA',
			...byId,
			...order,
			additionalFields,
		});
		expect(result.items[0]?.json).toEqual({
			openId: 'oA',
			templateId: TEMPLATE.id,
			msgId: expect.stringMatching(/^\d+$/),
		});
		expect(account.calls(SEND)[0]?.body).toEqual({
			touser: 'oA',
			template_id: TEMPLATE.id,
			data: { character_string1: { value: 'A1' }, thing2: { value: '书' } },
			url: 'https://example.com/1',
			miniprogram: { appid: 'wx1', pagepath: 'pages/a' },
			client_msg_id: 'order-1',
		});
	});

	it('takes the fields from the item by name', async () => {
		account.state.addFollower('oA');
		const schema = [{ id: 'character_string1' }, { id: 'thing2' }];
		await run(
			'templateMessage',
			'send',
			{
				openId: 'oA',
				...byId,
				fields: { mappingMode: 'autoMapInputData', value: null, schema },
			},
			[{ character_string1: 'B2', thing2: '笔', unrelated: 'x' }],
		);
		expect(account.calls(SEND)[0]?.body).toMatchObject({
			data: { character_string1: { value: 'B2' }, thing2: { value: '笔' } },
		});
	});

	it('refuses a value that WeChat would refuse, before the call', async () => {
		account.state.addFollower('oA');
		const long = fields({ character_string1: 'A1', thing2: '一'.repeat(21) });
		const result = await run('templateMessage', 'send', { openId: 'oA', ...byId, ...long });
		expect(result.error?.message).toContain("'thing2' is longer than WeChat accepts");
		expect(account.calls(SEND)).toHaveLength(0);
	});

	it('fault 2.9: tells of fields that WeChat no longer shows', async () => {
		account.state.addFollower('oA');
		const result = await run(
			'templateMessage',
			'send',
			{
				openId: 'oA',
				...byId,
				fields: {
					mappingMode: 'defineBelow',
					value: { first: '恭喜', character_string1: 'A1', thing2: '={{ $json.thing }}' },
				},
			},
			[{ thing: { value: '龙井', color: '#555' } }],
		);
		expect(result.items[0]?.json.droppedFields).toEqual(['first']);
		expect(account.calls(SEND)[0]?.body).toMatchObject({
			data: { character_string1: { value: 'A1' }, thing2: { value: '龙井' } },
		});
		expect(account.calls(SEND)[0]?.body).not.toHaveProperty('data.first');
	});

	it('fault 2.2: one Client Message ID does not swallow another message of the same run', async () => {
		account.state.addFollower('oA');
		account.state.addFollower('oB');
		const rows = [
			{ openId: 'oA', order: 'A1' },
			{ openId: 'oB', order: 'B1' },
			{ openId: 'oA', order: 'A2' },
			{ openId: 'oA', order: 'A1' },
		];
		const additionalFields = { clientMsgId: 'orders' };
		const result = await run(
			'templateMessage',
			'send',
			{ openId: '={{ $json.openId }}', ...byId, ...order, additionalFields },
			rows,
			'continueRegularOutput',
		);
		const errors = result.items.map(({ json }) => String(json.error ?? ''));
		expect(errors.map((error) => error.includes('WeChat would not send this one'))).toEqual([
			false,
			false,
			true,
			false,
		]);
	});

	it('fails one item of three and goes on with the others (43004)', async () => {
		account.state.addFollower('oA');
		account.state.addFollower('oGone', { isFollowing: false });
		account.state.addFollower('oC');
		const items = ['oA', 'oGone', 'oC'].map((openId) => ({ openId }));
		const result = await run(
			'templateMessage',
			'send',
			{ openId: '={{ $json.openId }}', ...byId, ...order },
			items,
			'continueRegularOutput',
		);
		expect(result.items.map(({ json }) => errcodeOf(json) ?? 'sent')).toEqual([
			'sent',
			43004,
			'sent',
		]);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('never takes an errcode for success', async () => {
		account.state.addFollower('oGone', { isFollowing: false });
		const result = await run('templateMessage', 'send', { openId: 'oGone', ...byId, ...order });
		expect(result.items).toEqual([]);
		expect(result.error?.message).toContain('43004');
		expect(result.error?.description).toBeTruthy();
		expect(result.error?.context?.itemIndex).toBe(0);
	});

	it('lists templates with their fields', async () => {
		const result = await run('templateMessage', 'getMany', { returnAll: true });
		expect(result.items[0]?.json).toMatchObject({
			templateId: TEMPLATE.id,
			title: '订单发货通知',
			fields: ['character_string1', 'thing2'],
		});
	});

	it('sends a notice to who agreed, and says so when consent is used up (43101)', async () => {
		account.state.addFollower('oA', { consents: { notice1: 1 } });
		const parameters = {
			openId: 'oA',
			templateId: { __rl: true, mode: 'id', value: 'notice1' },
			...order,
		};
		const sent = await run('subscriptionNotice', 'send', parameters);
		expect(sent.items[0]?.json).toEqual({ openId: 'oA', templateId: 'notice1', sent: true });
		const again = await run('subscriptionNotice', 'send', parameters);
		expect(again.error?.message).toContain('43101');
	});

	it('sends text within the window, as an account and with the AI label', async () => {
		const follower = account.state.addFollower('oA');
		account.state.allow(follower, 5, 60_000);
		const result = await run('customerServiceMessage', 'sendText', {
			openId: 'oA',
			text: '您好',
			additionalFields: { kfAccount: 'anna@gh', isAi: true },
		});
		expect(result.items[0]?.json).toEqual({
			openId: 'oA',
			messageType: 'text',
			text: '您好',
			sent: true,
		});
		expect(account.calls('/cgi-bin/message/custom/send')[0]?.body).toEqual({
			touser: 'oA',
			msgtype: 'text',
			text: { content: '您好' },
			customservice: { kf_account: 'anna@gh' },
			aimsgcontext: { is_ai_msg: 1 },
		});
	});

	it('tells the window (45015) from the count (45047)', async () => {
		const follower = account.state.addFollower('oA');
		const parameters = { openId: 'oA', text: '您好' };
		const late = await run('customerServiceMessage', 'sendText', parameters);
		expect(late.error?.message).toContain('45015');
		account.state.allow(follower, 0, 60_000);
		const many = await run('customerServiceMessage', 'sendText', parameters);
		expect(many.error?.message).toContain('45047');
		expect(many.error?.description).not.toBe(late.error?.description);
	});

	it('refuses an empty and an over-long text before the call', async () => {
		account.state.addFollower('oA');
		const empty = await run('customerServiceMessage', 'sendText', { openId: 'oA', text: ' ' });
		expect(empty.error?.message).toBe("'Text' is empty");
		const long = await run('customerServiceMessage', 'sendText', {
			openId: 'oA',
			text: '长'.repeat(700),
		});
		expect(long.error?.message).toContain('2100 bytes');
		expect(account.calls()).toHaveLength(0);
	});

	it('fills the pickers', async () => {
		account.state.tags.set(101, { id: 101, name: '活跃' });
		account.simulator.platform.state.articles.push({
			msgDataId: 2247490098,
			index: 1,
			title: '新品',
			url: 'https://mp.weixin.qq.com/s?mid=2247490098&idx=2',
			publishedOn: account.state.clock.daysAgo(1),
			isCommentable: true,
			comments: [],
		});
		const context = await loadOptionsContext(
			{
				name: 'Node',
				type: 'weChatOfficialAccount',
				parameters: { resource: 'templateMessage', operation: 'send', ...byId } as never,
			},
			account.credentials,
		);
		const { searchTags, searchTemplates, searchNoticeTemplates, searchArticles } = listSearch;
		expect((await searchTags.call(context, '活')).results).toEqual([
			{ name: '活跃 (0)', value: '101' },
		]);
		expect((await searchTemplates.call(context)).results).toEqual([
			{ name: '订单发货通知', value: TEMPLATE.id },
		]);
		expect((await searchTemplates.call(context, '没有')).results).toEqual([]);
		expect((await searchNoticeTemplates.call(context)).results[0]?.value).toBe('notice1');
		expect((await searchArticles.call(context)).results).toEqual([
			{ name: '新品', value: '2247490098_2', url: expect.stringContaining('idx=2') },
		]);
		const mapping = await resourceMapping.getTemplateFields.call(context);
		expect(mapping.fields.map(({ id, displayName }) => [id, displayName])).toEqual([
			['character_string1', '订单号 (character_string1)'],
			['thing2', '商品 (thing2)'],
		]);
	});

	it('names an operation that does not exist', async () => {
		const result = await runNode(
			{ type: 'weChatOfficialAccount', parameters: { resource: 'tag', operation: 'fly' } },
			[{}],
			account.credentials,
		);
		expect(result.error?.message).toContain("The operation 'fly'");
	});

	it('does nothing for no items', async () => {
		const result = await run(
			'tag',
			'tagUsers',
			{ tag: { mode: 'id', value: '101' }, openIds: 'o' },
			[],
		);
		expect(result.items).toEqual([]);
		expect(account.calls()).toHaveLength(0);
	});
});
