import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { testCredentials } from '../../harness/engine';
import { contactsNode, NOON, pushed } from './helper';

const DAY = 86_400;

async function scene() {
	const credentials = await testCredentials({ appId: 'wxcredential' });
	const record = async (...items: IDataObject[]) =>
		await contactsNode({ operation: 'record' }, items, credentials);
	/** Names of the people by output. */
	const ask = async (items: IDataObject[], parameters: INodeParameters = {}) => {
		const asked = { operation: 'hasWritten', ...parameters };
		const { outputs, error } = await contactsNode(asked, items, credentials);
		expect(error).toBeUndefined();
		return outputs.map((list) => list.map(({ FromUserName }) => FromUserName));
	};
	return { record, ask };
}

const follow = (openId: string, at = 0) => pushed(openId, 'event.subscribe', at);

describe('WeChat Contacts: has written since', () => {
	it('tells who has written, who is silent, and who has left', async () => {
		const { record, ask } = await scene();
		const follows = ['oWrote', 'oSilent', 'oTapped', 'oLeft'].map((openId) => follow(openId));
		await record(
			...follows,
			pushed('oWrote', 'text', 60),
			pushed('oTapped', 'event.CLICK', 60),
			pushed('oTapped', 'text', 90, { bizmsgmenuid: 'consent-yes' }),
			pushed('oLeft', 'text', 60),
			pushed('oLeft', 'event.unsubscribe', 120),
		);
		// A tap opens no window in which WeChat would take a message a day later.
		expect(await ask([...follows, follow('oNobody')])).toEqual([
			['oWrote'],
			['oSilent', 'oTapped'],
			['oLeft', 'oNobody'],
		]);
	});

	it('lets what an earlier follow began end, as the later one has begun it again', async () => {
		const { record, ask } = await scene();
		const [first, second] = [follow('oBack'), follow('oBack', 300)];
		await record(first, pushed('oBack', 'text', 60), pushed('oBack', 'event.unsubscribe', 120));
		await record(second, pushed('oBack', 'text', 360));
		expect(await ask([first])).toEqual([[], [], ['oBack']]);
		expect(await ask([second])).toEqual([['oBack'], [], []]);
	});

	it('counts from a moment that is filled in, for any item with an OpenID', async () => {
		const { record, ask } = await scene();
		await record(follow('oA'), pushed('oA', 'text', 60));
		const item = { FromUserName: 'oA', openId: 'oA', wechat: { appId: 'wxaaaaaaaa' } };
		const since = (seconds: number) => new Date((NOON + seconds) * 1_000).toISOString();
		expect(await ask([item], { since: since(0) })).toEqual([['oA'], [], []]);
		expect(await ask([item], { since: since(DAY) })).toEqual([[], ['oA'], []]);
	});
});
