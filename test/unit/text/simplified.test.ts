import { toSimplified } from '../../../nodes/shared/text/simplified';

describe('traditional characters', () => {
	it.each([
		['服務很好', '服务很好'],
		['謝謝，質量真好', '谢谢，质量真好'],
		['反覆', '反复'],
		['瞭解一下', '了解一下'],
		['甦醒', '苏醒'],
		['東西壞了', '东西坏了'],
		['質量好，一壞就換', '质量好，一坏就换'],
		['😀服務', '😀服务'],
	])('%s becomes %s', (text, simplified) => expect(toSimplified(text)).toBe(simplified));

	it.each(['服务很好', '😀', 'hello', '', '一坏就修，打坏了也修', '㐀𠮷'])('%s stays', (text) =>
		expect(toSimplified(text)).toBe(text),
	);
});
