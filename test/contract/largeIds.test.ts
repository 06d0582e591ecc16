import type { INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const ID = '1700827132819554305';
const article = { article: { mode: 'id', value: ID } };
const comment = { ...article, userCommentId: '9007199254740993' };

describe('fault 2.6: IDs beyond 2^53', () => {
	const account = useAccount();

	const sent = async (
		of: string,
		parameters: INodeParameters,
		body = '{"errcode":0,"msg_status":"SENDING"}',
	) => {
		const { platform } = account.simulator;
		const handle = jest.spyOn(platform, 'handle');
		platform.faults.add({ body, times: 9 });
		const [resource = '', operation = ''] = of.split(' ');
		const result = await runAction(resource, operation, parameters, [{}], account.credentials);
		const bodies = handle.mock.calls
			.filter(([{ path }]) => !path.endsWith('token'))
			.map(([call]) => call.body.toString());
		return { ...result, bodies };
	};

	it.each([
		['broadcast getStatus', { msgId: ID }, `"msg_id":${ID}`],
		['broadcast delete', { msgId: ID }, `"msg_id":${ID}`],
		['comment open', article, `"msg_data_id":${ID}`],
		['comment getMany', article, `"msg_data_id":${ID}`],
		['comment delete', comment, `"msg_data_id":${ID}`],
		['comment delete', comment, '"user_comment_id":9007199254740993'],
		['comment reply', { ...comment, content: '谢谢' }, '"user_comment_id":9007199254740993'],
	])('%s sends the very number', async (of, parameters, expected) => {
		const { bodies, error } = await sent(of, parameters);
		expect(error).toBeUndefined();
		expect(bodies[0]).toContain(expected);
	});

	it('reads on from a large ID', async () => {
		const page = [...Array(100).keys()].map((number) => ({ id: number, openid: 'oA' }));
		const text = JSON.stringify({ msginfo: page }).replace('"id":99', `"id":${ID}`);
		const parameters = { templateId: { mode: 'id', value: 'T1' }, returnAll: true };
		const { bodies } = await sent('templateMessage listBlocked', parameters, text);
		expect(bodies[1]).toContain(`"largest_id":${ID}`);
	});

	it('gives the ID of a template message as it came', async () => {
		const { items } = await sent(
			'templateMessage send',
			{
				openId: 'oA',
				templateId: { mode: 'id', value: 'T1' },
				fields: { mappingMode: 'defineBelow', value: { thing1: '订单' } },
			},
			`{"errcode":0,"msgid":${ID}}`,
		);
		expect(items[0]?.json.msgId).toBe(ID);
	});

	it('tells of a number whose last digits are lost already', async () => {
		const { error, bodies } = await sent('broadcast getStatus', { msgId: Number(ID) });
		expect(error?.message).toBe("'Broadcast ID' is a number that is too long to be exact");
		expect(bodies).toEqual([]);
	});
});
