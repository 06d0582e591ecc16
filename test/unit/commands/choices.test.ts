import { Choices, signOf, answerWords } from '../../../nodes/shared/commands/choices';

const TEAS = new Choices(['龙井', '普洱', '单丛', '祁红']);

describe('answers to an open question', () => {
	it.each([
		['选A', 0],
		['A。', 0],
		['Ａ．', 0],
		['①', 0],
		['❶', 0],
		['🅰️', 0],
		['Ⓐ', 0],
		['1️⃣', 0],
		['(A)', 0],
		['[A]', 0],
		['a)', 0],
		['我选B', 1],
		['我选B吧', 1],
		['答案是B', 1],
		['我觉得选b', 1],
		['第二个', 1],
		['选第2项', 1],
		['B[微笑]', 1],
		['B/::D', 1],
		['A. 龙井', 0],
		['A、龙井', 0],
		['我选龙井', 0],
		['龍井！', 0],
		['投给普洱', 1],
		['投1号', 0],
		['投一', 0],
		['我投2', 1],
		['3号选手加油', 2],
		['给4号投票', 3],
		['第三题选C', 2],
	])('%s is choice %i', (text, position) => {
		expect(TEAS.find(text)).toBe(position);
	});

	it.each([
		'/::D',
		'/:B-)',
		':D',
		'[微笑]',
		'[OK]',
		'😂',
		'A还是B',
		'AB',
		'A和B',
		'不选A',
		'我不选A',
		'不是A',
		'A. 普洱',
		'E',
		'5',
		'一下',
		'1 2',
		'=1+1',
		'ATM',
		'A4纸',
		'1号店',
		'投诉',
		'我投降',
		'？',
		'',
	])('%s is none', (text) => {
		expect(TEAS.find(text)).toBeUndefined();
	});

	it('knows numerals up to the number of letters', () => {
		const many = new Choices(Array.from({ length: 26 }, (_, n) => `作品甲${n}号`));
		expect(many.find('十')).toBe(9);
		expect(many.find('第十二个')).toBe(11);
		expect(many.find('投二十六')).toBe(25);
		expect(many.find('26')).toBe(25);
		expect(many.find('27')).toBeUndefined();
	});

	it('takes no sign from a long text', () => {
		expect(signOf(answerWords('选'.repeat(100_000) + 'A'))).toBeUndefined();
	});
});
