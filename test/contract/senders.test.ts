import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';
import { resources } from '../../nodes/WeChatOfficialAccount/actions/registry';
import { ROWS } from './operations/rows';

const SEND = '/cgi-bin/message/custom/send';
/** Calls that write to one person. */
const SENDS = /message\/(custom\/send|template\/send|template\/subscribe|subscribe\/bizsend)$/;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
const HOUR = 3_600_000;

describe('senders', () => {
	const account = useAccount();
	const send = async (interactions: unknown, of = 'customerServiceMessage sendText') => {
		const [resource = '', operation = ''] = of.split(' ');
		return await runAction(
			resource,
			operation,
			{
				openId: 'oA',
				text: '您好',
				templateId: { mode: 'id', value: 'T1' },
				fields: { mappingMode: 'defineBelow', value: { thing1: '订单' } },
				additionalFields: { interactions: JSON.stringify(interactions) },
			},
			[{}],
			account.credentials,
		);
	};

	beforeEach(() => {
		account.state.addFollower('oA');
	});

	it('do not send what WeChat would refuse, and name the channel that works', async () => {
		const { error } = await send([{ kind: 'text', at: ago(49 * HOUR) }]);
		expect(error?.message).toContain('has not been in touch');
		expect(error?.description).toBe('Send a template message instead: WeChat takes it now.');
		expect(account.calls()).toHaveLength(0);
	});

	it('send what WeChat would take', async () => {
		const { error } = await send([{ kind: 'text', at: ago(HOUR) }]);
		expect(error?.message ?? '').not.toContain('nothing was sent');
		expect(account.calls(SEND)).toHaveLength(1);
	});

	it('fault 2.5: take a time without a zone for one in Shanghai', async () => {
		const inShanghai = (milliseconds: number) => ago(milliseconds - 8 * HOUR).slice(0, 19);
		const { error } = await send([{ kind: 'text', at: inShanghai(49 * HOUR) }]);
		expect(error?.message).toContain('has not been in touch');
	});

	const senders = resources.flatMap(({ option, operations }) =>
		operations
			.filter(({ endpoints }) => endpoints.some((endpoint) => SENDS.test(endpoint)))
			.map((operation) => `${option.value} ${operation.option.value}`),
	);

	it.each(senders)('%s refuses what cannot arrive', async (of) => {
		const [resource = '', operation = ''] = of.split(' ');
		const parameters = ROWS.find((row) => row.of === of)?.parameters ?? {};
		const { error, waitTill } = await runAction(
			resource,
			operation,
			{
				...parameters,
				additionalFields: {
					...(parameters.additionalFields as object | undefined),
					interactions: [{ kind: 'event.unsubscribe', at: ago(HOUR) }],
				},
			} as never,
			[{}],
			account.credentials,
		);
		expect(error?.message).toContain('nothing was sent');
		expect(waitTill).toBeUndefined();
		expect(account.calls()).toHaveLength(0);
	});

	it('are all of these', () => {
		expect(senders).toHaveLength(16);
	});

	it('do not send a template message to a person who has left', async () => {
		const left = [{ kind: 'event.unsubscribe', at: ago(HOUR) }];
		const { error } = await send(left, 'templateMessage send');
		expect(error?.message).toContain('no longer follows');
		expect(error?.description).toContain('gets in touch again');
		expect(account.calls()).toHaveLength(0);
	});

	it('do not send a notice without an agreement', async () => {
		const consent = { kind: 'event.subscribe_msg_popup_event', at: ago(HOUR), accepted: ['T1'] };
		const used = { kind: 'noticeSent', at: ago(HOUR / 2), templateId: 'T1' };
		const { error } = await send([consent, used], 'subscriptionNotice send');
		expect(error?.message).toContain('has not agreed to this notice');
		expect(error?.description).toContain('a template message');
		expect(account.calls()).toHaveLength(0);
	});
});
