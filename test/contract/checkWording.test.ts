import { useAccount } from '../harness/account';
import { runNode } from '../harness/engine';

const CUSTOM = '/cgi-bin/message/custom/send';
const BREACH = '转发到朋友圈，截图发来领奶茶一杯';

describe('Check Wording', () => {
	const account = useAccount();
	beforeEach(() => {
		const { state } = account;
		state.allow(state.addFollower('oA', { wroteAt: state.clock.now() }), 500, 3_600_000);
	});
	const send = async (text: string, more: object = {}) =>
		await runNode(
			{
				type: 'weChatOfficialAccount',
				parameters: {
					resource: 'customerServiceMessage',
					operation: 'sendText',
					openId: 'oA',
					text,
					...more,
				},
			},
			[{}],
			account.credentials,
		);

	it('sends and says what was found, where nothing else is chosen', async () => {
		const { items } = await send(BREACH);
		expect(items[0]?.json).toMatchObject({
			sent: true,
			wording: [{ id: 'induced-sharing', severity: 'block', source: expect.any(String) as string }],
		});
		expect((await send('您好')).items[0]?.json).not.toHaveProperty('wording');
		expect(account.calls(CUSTOM)).toHaveLength(2);
	});

	it('sends nothing that breaks a rule, and says how to say it instead', async () => {
		const { error } = await send(BREACH, { checkWording: 'stop' });
		expect(error).toMatchObject({
			message: expect.stringContaining('诱导分享') as string,
			description: expect.stringContaining('无需转发') as string,
		});
		expect(account.calls(CUSTOM)).toEqual([]);
		expect((await send('您好', { checkWording: 'stop' })).items[0]?.json.sent).toBe(true);
	});

	it('says nothing when it is off', async () => {
		const { items } = await send(BREACH, { checkWording: 'off' });
		expect(items[0]?.json).not.toHaveProperty('wording');
	});
});
