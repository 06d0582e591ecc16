import { Commands } from '../../../nodes/shared/commands/commands';
import { wantsMessages, wantsNoMore } from '../../../nodes/shared/commands/wishes';

describe('commands, however they are written', () => {
	const checkIn = new Commands(['签到', 'MENU_CHECK_IN']);

	it.each([
		'签到',
		'签到！',
		'签到。',
		'簽到',
		'签到[微笑]',
		'签到/::)',
		'/:strong签到/:rose',
		'签到[新出的脸]',
		' 签　到 ',
		'签-到',
		'【签到】',
		'[签到]',
		'［签到］',
		'“签到”',
		'「簽到」',
		'签到👍🏻',
		'㊗️签到🈵',
		'签到签到',
		'签\u200b到',
		'签到\ufe0f',
		'签到啦～',
		'我要签到',
		'请帮我签到，谢谢',
		'回复签到',
		'menu_check_in',
		'ＭＥＮＵ＿ＣＨＥＣＫ＿ＩＮ',
	])('%s is heard', (text) => {
		expect(checkIn.isCalledBy(text)).toBe(true);
	});

	it.each([
		'签到有什么用',
		'不想签到',
		'签到吗',
		'没签到',
		'别签到',
		'签到失败',
		'怎么签到',
		'我不要签到',
		'签到了吗',
		'[微笑]',
		'/::)',
		'签',
		'',
		'！！',
	])('%s stays free', (text) => {
		expect(checkIn.isCalledBy(text)).toBe(false);
	});

	it('takes a text for a word alone only without words around it', () => {
		const yes = new Commands(['同意']);
		expect(['同意', '同意！', '【同意】'].every((text) => yes.isExactly(text))).toBe(true);
		expect(['我要同意', '同意吧', '不同意'].some((text) => yes.isExactly(text))).toBe(false);
	});

	it('lets a word of nothing but signs stand for itself', () => {
		const gift = new Commands(['🎁', '+']);
		expect(gift.isCalledBy('🎁')).toBe(true);
		expect(gift.isCalledBy('+')).toBe(true);
		expect(gift.isCalledBy('👍')).toBe(false);
	});

	it.each([
		['投稿：春天的风', '春天的风', true],
		['「投稿」春天的风', '春天的风', true],
		['投稿：「春天的风」', '「春天的风」', true],
		['投稿[微笑]\n春天的风', '[微笑]\n春天的风', true],
		['我要投稿 春天', '春天', true],
		['投稿怎么投', '怎么投', false],
		['投稿。', '', true],
	])('%s has %s behind it', (text, rest, isApart) => {
		expect(new Commands(['投稿']).behind(text)).toEqual({ rest, isApart });
	});
});

describe('the wish to get no more messages', () => {
	it.each([
		'退订',
		'退订。',
		'退訂',
		'T D',
		'TD',
		'td！',
		'ＴＤ',
		'T.D.',
		'T',
		'回T退订',
		'TD退订',
		'【退订】',
		'退订[微笑]',
		'退订/::~',
		'退定',
		'退订退订退订',
		'我要退订',
		'请帮我退订，谢谢！',
		'回复TD',
		'退订你们的短信',
		'退订所有消息',
		'取消订阅',
		'取消推送',
		'关闭消息提醒',
		'别再给我发消息了',
		'请不要再给我推送广告了',
		'不想再收到你们的消息了',
		'不要再发了好吗',
		'别发了',
		'别烦我',
		'请勿打扰',
		'能不能帮我退订？可以吗',
		'能帮我退订吗',
		'停止推送',
		'拒收',
		'Unsubscribe',
		'STOP',
		'不用提醒',
		'不用了，谢谢！',
	])('%s', (text) => {
		expect(wantsNoMore(text)).toBe(true);
	});

	it.each([
		'我要退订短信吗',
		'怎么退订',
		'退订了会怎么样',
		'我昨天退订了怎么还发',
		'不想退订',
		'退订吗',
		'取消订单',
		'不要发票',
		'别发货',
		'取消预约',
		'关闭时间',
		'不用通知我签到',
		'不要再涨价了',
		'拒收快递可以吗',
		'TDK是什么',
		'不用了',
		'退订单',
		'收到',
		'别看了',
		'什么时候发',
		'[再见]',
		'',
	])('%s is something else', (text) => {
		expect(wantsNoMore(text)).toBe(false);
	});

	it('is told from the wish to get them', () => {
		expect(['提醒我', '提醒我！', '恢復訂閱', '请提醒我'].every(wantsMessages)).toBe(true);
		expect(['不用提醒我', '别提醒我', '提醒我什么'].some(wantsMessages)).toBe(false);
		expect(wantsNoMore('不用提醒我')).toBe(true);
	});

	it('is looked for in linear time', () => {
		const texts = ['请', '不要', '退订', '消息', '/::', '[签到]', 'T ', '我要'];
		const start = Date.now();
		for (const text of texts) {
			const long = text.repeat(300_000);
			wantsNoMore(long);
			new Commands(['签到']).behind(long);
		}
		expect(Date.now() - start).toBeLessThan(1_000);
	});
});
