import { checkField } from '../../../nodes/shared/template/fieldTypes';
import { droppedOf, templateData } from '../../../nodes/shared/template/templateFields';
import { growthOf, MOST_GROWTH } from '../../harness/growth';

const han = (count: number) => '字'.repeat(count);
const sent = (key: string, value: unknown) => templateData({ [key]: value })[key];

describe('fault 2.9: what is put into a template', () => {
	it('takes the values of other tools and puts them into the form of WeChat', () => {
		expect(
			templateData({
				thing1: { value: '龙井', color: '#173177' },
				time2: '2026-11-29T08:00:00.000Z',
				thing4: '一\n二',
				amount5: 12.5,
				first: ['恭喜', '#555'],
			}),
		).toEqual({
			thing1: { value: '龙井' },
			time2: { value: '2026-11-29 16:00' },
			thing4: { value: '一 二' },
			amount5: { value: '¥12.50' },
		});
		expect(droppedOf(['first', 'thing1', 'remark'])).toEqual(['first', 'remark']);
	});

	it.each([
		['number2', '１，２３４', '1234'],
		['amount3', '１２．５', '¥12.50'],
		['phone_number4', '＋８６１３８', '+86138'],
		['character_string7', 'ＡＢＣ１', 'ABC1'],
		['time2', '８：００', '8:00'],
		['thing1', '龙\u000b井', '龙井'],
	])('%s takes %j of a Chinese keyboard as %j', (key, value, text) => {
		expect(sent(key, value)).toEqual({ value: text });
	});

	it('takes a key as it stands in the template', () => {
		expect(templateData({ 'thing1.DATA': '龙井', '{{number2.DATA}}': 3 })).toEqual({
			thing1: { value: '龙井' },
			number2: { value: '3' },
		});
	});

	it('tells what is dropped under such a key, too', () => {
		expect(droppedOf(['{{first.DATA}}', 'thing1.DATA'])).toEqual(['first']);
	});

	it.each(['\u200b', '\ud83c', '🍵', ' \r\n '])('%j shows nothing, so it is empty', (value) => {
		expect(() => sent('thing1', value)).toThrow("'thing1' is empty");
	});

	it('a sum that went wrong is no text', () => {
		expect(() => sent('thing1', NaN)).toThrow("'thing1' is no number (NaN)");
	});

	it('names every field that WeChat would refuse', () => {
		expect(() => templateData({ thing3: ' ', character_string7: '单号1', thing8: {} })).toThrow(
			"'thing3' is empty; 'character_string7' has to be digits, letters and symbols without Chinese characters; 'thing8' is an object, not a text",
		);
		expect(() => templateData({ first: '恭喜', remark: '' })).toThrow("'Values to Send' is empty");
	});

	it.each([
		[{ value: '龙井' }, '龙井'],
		[{ value: 12 }, '12'],
		['{"value":"龙井","color":"#555"}', '龙井'],
		['{ "value" : "龙井" }', '龙井'],
		[['龙井', '#555'], '龙井'],
		['["龙井","#555"]', '龙井'],
		[['龙井', '碧螺春'], '龙井、碧螺春'],
		[[{ value: '龙井' }], '龙井'],
		['[微信] 好', '[微信] 好'],
		['[1]', '[1]'],
		['{name} 您好', '{name} 您好'],
		['"引号"', '"引号"'],
		[' 一\r\n\r\n二 ', '一 二'],
		[0, '0'],
		[false, 'false'],
	])('reads %j as %s', (value, text) => {
		expect(sent('thing1', value)).toEqual({ value: text });
	});

	it.each([
		['time1', '2026-11-29T08:00:00.000Z', '2026-11-29 16:00'],
		['time1', '"2026-11-29T08:00:00.000Z"', '2026-11-29 16:00'],
		['time1', new Date('2026-11-29T08:00:00Z'), '2026-11-29 16:00'],
		['time1', { toISO: () => '2026-11-29T09:00:00.000+01:00' }, '2026-11-29 16:00'],
		['time1', '2026-11-29T16:00:00+08:00', '2026-11-29 16:00'],
		['time1', '2026-11-29T16:00', '2026-11-29 16:00'],
		['time1', '2026-11-29 08:00:00+00', '2026-11-29 16:00'],
		['time1', '2026-11-29 08:00:00.123 UTC', '2026-11-29 16:00'],
		['time1', 'Sun, 29 Nov 2026 08:00:00 GMT', '2026-11-29 16:00'],
		['time1', 1_795_939_200, '2026-11-29 16:00'],
		['time1', '1795939200000', '2026-11-29 16:00'],
		['time1', '2026-11-29T08:00:00Z ~ 2026-11-29T10:00:00Z', '2026-11-29 16:00~2026-11-29 18:00'],
		['time1', '2026-11-29 16:00-18:00', '2026-11-29 16:00~18:00'],
		['time1', '9:00 至 12:30', '9:00~12:30'],
		['date1', '2026/11/29 ～ 2026/11/30', '2026/11/29~2026/11/30'],
		['time1', '2026年11月29日 16:00', '2026年11月29日 16:00'],
		['time1', '16:00', '16:00'],
		['date1', '2026-11-29', '2026-11-29'],
		['date1', '2026-11-28T16:30:00Z', '2026-11-29 00:30'],
		['amount1', 12, '¥12'],
		['amount1', 0.1 + 0.2, '¥0.30'],
		['amount1', '1,299.00', '¥1299.00'],
		['amount1', '12.5元', '12.5元'],
		['amount1', '￥ 12.5', '￥12.5'],
		['number1', '1,299', '1299'],
		['car_number1', '粤a·8z888 挂', '粤A8Z888挂'],
		['phone_number1', '+86-0766-66888866', '+86-0766-66888866'],
		['letter1', 'abc', 'abc'],
		['symbol1', '!@#', '!@#'],
		['name1', '张三', '张三'],
		['name1', 'O’Neil Smith', 'O’Neil Smith'],
		['phrase1', '配送中', '配送中'],
		['enum1', '待付款', '待付款'],
		['anything', 'x'.repeat(500), 'x'.repeat(500)],
	])('puts %s = %s into form', (key, value, text) => {
		expect(sent(key, value)).toEqual({ value: text });
	});

	it('looks at no more of a text than WeChat could take', () => {
		expect(checkField('time1', '~'.repeat(1_000_000))).toEqual({
			problem: 'is longer than WeChat accepts',
		});
		const growth = growthOf((size) => {
			const text = '~'.repeat(size);
			return () => checkField('time1', text);
		}, 100_000);
		expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
	});

	it.each([
		['thing1', han(20), han(21)],
		['keyword1', han(20), han(21)],
		['number1', '1'.repeat(32), '1'.repeat(33)],
		['number1', '-12.5', '3件'],
		['letter1', 'a'.repeat(32), 'a'.repeat(33)],
		['letter1', 'a', 'a1'],
		['symbol1', '!!!!!', '!!!!!!'],
		['symbol1', '!', '!a'],
		['character_string1', 'a'.repeat(32), 'a'.repeat(33)],
		['character_string1', 'A-1 #2', '单1'],
		['time1', '08:00', '明天'],
		['time1', '2026年11月29日16:00', '2026-11-29'],
		['time1', '16:00~18:00', '16:00~明天'],
		['date1', '2026/11/29', '16:00'],
		['date1', '2026.11.29 16:00', '11月29日'],
		['amount1', '¥1234567890', '12345678901'],
		['amount1', '$5', '-5'],
		['phone_number1', '1'.repeat(17), '1'.repeat(18)],
		['phone_number1', '13812345678', '电话1'],
		['car_number1', '粤A8Z888挂', '粤A8Z8888挂'],
		['car_number1', '粤A8Z888', '粤A测8888'],
		['name1', han(10), han(11)],
		['name1', 'a'.repeat(20), 'a'.repeat(21)],
		['name1', '张三', '张三2'],
		['phrase1', han(5), han(6)],
		['phrase1', '已发货', '已发货1'],
	])('%s takes %s and not %s', (key, right, wrong) => {
		expect(checkField(key, right)).toHaveProperty('text');
		expect(checkField(key, wrong)).toHaveProperty('problem');
	});
});
