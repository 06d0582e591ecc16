import type { IDataObject } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runWorkflow, toNode } from '../harness/engine';

/** A text message as the trigger gives it, without the AppID: as docs/messages.md has it to pin. */
const MESSAGE: IDataObject = {
	ToUserName: 'gh_0123456789ab',
	FromUserName: 'oFan',
	CreateTime: '1764540000',
	MsgType: 'text',
	Content: '有什么优惠？',
	MsgId: '6054768590064713728',
	wechat: {
		kind: 'text',
		openId: 'oFan',
		accountId: 'gh_0123456789ab',
		dedupeKey: 'oFan:6054768590064713728',
		receivedAt: '2025-12-01T06:00:01+08:00',
		replyBefore: '2025-12-01T06:00:05+08:00',
		encrypted: true,
	},
};

/** Nodes that do something with a message as it comes, and by which output. */
const AT_ONCE: Array<[node: string, output: number, json: object]> = [
	['weChatAssistant', 0, { question: '有什么优惠？', prompt: expect.stringContaining('优惠') }],
	['weChatContacts', 0, { contact: { openId: 'oFan', isFollower: true } }],
	['weChatKeywordRouter', 2, { route: { status: 'person' }, reply: expect.stringMatching(/\S/) }],
	['weChatTextInsight', 1, { insight: { sentiment: 'neutral', isQuestion: true } }],
	['weChatCampaign', 2, { summary: expect.stringContaining('没有进行中的活动') }],
];

/** Nodes for which nothing is due yet: there is no article and no case. */
const NOTHING_YET = ['weChatComments', 'weChatSla'];

/** Nodes that have to be told something first, and what they say is missing. */
const ASKING: Array<[node: string, missing: RegExp]> = [
	['weChatActivity', /"Activity ID" is required/],
	['weChatOfficialAccount', /"OpenID" is required/],
	['weChatReply', /'Text' is empty/],
	['weChatRecommend', /'Catalogue' holds no rows/],
];

describe('fault 7.7: Execute Step, just after a node was added behind the trigger', () => {
	const account = useAccount();
	const execute = async (type: string) => {
		const node = toNode({ name: 'Subject', type });
		const result = await runWorkflow([node], [{ json: MESSAGE }], account.credentials, {
			mode: 'manual',
		});
		const main = result.run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
		return { error: result.error, outputs: main.map((list) => list ?? []) };
	};

	it.each(AT_ONCE)('%s does something with the message', async (type, output, json) => {
		const { error, outputs } = await execute(type);
		expect(error?.message).toBeUndefined();
		expect(outputs[output]?.[0]?.json).toMatchObject(json);
	});

	it.each(NOTHING_YET)('%s finds nothing to do, and that is no error', async (type) => {
		const { error, outputs } = await execute(type);
		expect(error?.message).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});

	it.each(ASKING)('%s says by its label what is missing', async (type, missing) => {
		const message = await execute(type).then(
			({ error }) => error?.message,
			(thrown: Error) => thrown.message,
		);
		expect(message).toMatch(missing);
	});
});
