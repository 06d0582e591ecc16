import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { tagUsers } from '../../../nodes/WeChatOfficialAccount/actions/tag/tagUsers.operation';

describe('fault 2.7: tagging many', () => {
	it('takes 130,000 OpenIDs in one item', async () => {
		const openIds = [...Array(130_000).keys()].map((number) => `o${number}`);
		const parameters: IDataObject = { tag: { mode: 'id', value: '101' }, openIds };
		let tagged = 0;
		const ctx = {
			getNode: () => ({ parameters }),
			getInputData: () => [{ json: {} }],
			getNodeParameter: (name: string) => parameters[name],
			getCredentials: async () => ({ appId: 'wx1' }),
			getExecutionId: () => '1',
			helpers: {
				httpRequestWithAuthentication: async (_type: string, { body }: IHttpRequestOptions) => {
					const sent = JSON.parse(String(body)) as { openid_list: string[] };
					tagged += sent.openid_list.length;
					return { body: '{"errcode":0}', headers: {}, statusCode: 200 };
				},
			},
		} as unknown as IExecuteFunctions;
		const [outcome] = await tagUsers.executeAll(ctx, [0]);
		expect(outcome).toHaveProperty('json.length', 130_000);
		expect(tagged).toBe(130_000);
	});
});
