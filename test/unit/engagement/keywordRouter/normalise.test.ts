import {
	normalise,
	stripEmoji,
	stripParticles,
	stripPunctuation,
	toMatchText,
	toQuestionText,
} from '../../../../nodes/shared/text/normalise';

describe('normalise', () => {
	it.each([
		['ＶＩＰ卡１２３', 'vip卡123'],
		['請問優惠券怎麼領取', '请问优惠券怎么领取'],
		['Hello World', 'hello world'],
		['', ''],
	])('%s becomes %s', (text, expected) => {
		expect(normalise(text)).toBe(expected);
	});

	it('drops emoji and WeChat emoticons, and keeps other brackets', () => {
		expect(stripPunctuation(stripEmoji('多少钱😂👍🏻[微笑][Smile]'))).toBe('多少钱');
		expect(stripEmoji('[2026-01-01]')).toBe('[2026-01-01]');
		expect(toMatchText('选1️⃣')).toBe('选1');
	});

	it.each([
		['你好，请问一下多少钱呀？', '多少钱？'],
		['在吗？发货了吗？', '在？发货了？'],
		['酒吧在哪里', '酒吧在哪里'],
		['这是什么', '这是什么'],
		['好吃么', '好吃'],
		['嗯嗯', '嗯嗯'],
	])('particles of %s: %s', (text, expected) => {
		expect(stripParticles(text)).toBe(expected);
	});

	it('combines the steps', () => {
		expect(toMatchText('優惠 券！')).toBe('优惠券');
		expect(toQuestionText('您好，想問一下 優惠券怎麼領呢？？[玫瑰]')).toBe('优惠券怎么领');
	});
});
