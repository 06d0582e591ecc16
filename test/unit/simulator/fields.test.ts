import { Caller } from './call';

const KINDS: Array<[kind: string, good: string[], bad: string[]]> = [
	['thing', ['龙井', '一'.repeat(20)], ['一'.repeat(21), '一\n二', '']],
	['const', ['已发货'], ['一'.repeat(21)]],
	['number', ['12', '12.5'], ['十二', '1'.repeat(33)]],
	['letter', ['Abc'], ['a1', '字']],
	['symbol', ['!?', '￥'], ['a', '!!!!!!']],
	['character_string', ['A1-2', 'a b'], ['单号1', 'x'.repeat(33)]],
	[
		'time',
		['2026-11-29 16:00', '15:01', '2026年11月29日 15:01', '15:01~16:30'],
		['2026-11-29T08:00:00.000Z', '下午', '25:00'],
	],
	['date', ['2026年11月29日', '2026-11-29', '2026-11-29 16:00'], ['明天', '11月29日']],
	['amount', ['12.5', '¥12.50', '12元'], ['十二元', '12345678901', '￥￥1']],
	['phone_number', ['+86-0766-66888866'], ['电话1', '1'.repeat(18)]],
	['car_number', ['粤A8Z888挂', 'A12345'], ['粤A8Z888挂挂挂', '粤-A8']],
	['name', ['王小明', 'Anna Lee'], ['王'.repeat(11), '王1']],
	['phrase', ['已发货'], ['已经发货了吗', 'sent']],
];

describe('fault 5: values of templates are checked by the kind of their field', () => {
	const send = async (key: string, value: string, isNotice = false) => {
		const template = { id: 'T', title: '通知', content: `内容：{{${key}.DATA}}`, example: '' };
		const follower = { openId: 'oA', consents: { T: 1 } };
		const api = new Caller({ followers: [follower], templates: [template], notices: [template] });
		const path = isNotice ? 'subscribe/bizsend' : 'template/send';
		const body = { touser: 'oA', template_id: 'T', data: { [key]: { value } } };
		return await api.code(`/cgi-bin/message/${path}`, body);
	};

	it.each(KINDS)('fault 5: %s takes what it is for', async (kind, good, bad) => {
		for (const value of good) expect([value, await send(`${kind}1`, value)]).toEqual([value, 0]);
		for (const value of bad) expect([value, await send(`${kind}1`, value)]).toEqual([value, 47003]);
		expect(await send(`${kind}2`, bad[0] ?? '', true)).toBe(47003);
	});

	it('correction 6: first, remark, colours and emoji are dropped', async () => {
		const content = '{{first.DATA}}\n商品：{{thing1.DATA}}\n{{remark.DATA}}';
		const template = { id: 'T', title: '发货', content, example: '' };
		const api = new Caller({ followers: [{ openId: 'oA' }], templates: [template] });
		const data = {
			first: { value: '恭喜', color: '#555' },
			thing1: { value: '龙井🍵一份', color: '#f00' },
			remark: { value: '谢谢' },
		};
		const body = { touser: 'oA', template_id: 'T', data };
		expect(await api.code('/cgi-bin/message/template/send', body)).toBe(0);
		expect(api.state.followers.get('oA')?.inbox).toMatchObject([
			{ content: { thing1: { value: '龙井一份' } } },
		]);
		expect(api.state.followers.get('oA')?.inbox[0]?.content).toEqual({
			thing1: { value: '龙井一份' },
		});
	});
});
