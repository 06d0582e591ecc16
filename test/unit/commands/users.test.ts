import { wishIn } from '../../../nodes/WeChatCampaign/wishing';
import {
	wishOf as shopWish,
	type ShopWords,
} from '../../../nodes/WeChatActivity/engine/points/shop';
import { readBank } from '../../../nodes/WeChatActivity/engine/quiz/bank';
import { handleMessage } from '../../../nodes/WeChatActivity/engine/quiz/quiz';
import { Book } from '../../../nodes/WeChatActivity/engine/book';
import { isMeant } from '../../../nodes/WeChatActivity/fields/words';
import { asksForAnswer } from '../../../nodes/WeChatAssistant/engine/taking';
import { says } from '../../../nodes/WeChatContacts/operations/group/asking';
import { numberMeant } from '../../../nodes/WeChatKeywordRouter/engine/reply';
import { answerAmong } from '../../../nodes/WeChatOfficialAccount/wait/answers';
import { passes, type TextCondition } from '../../../nodes/WeChatOfficialAccountTrigger/filters';
import { Commands } from '../../../nodes/shared/commands/commands';
import type { WeChatMeta } from '../../../nodes/shared/callback/message';

const said = (text: string) => ({ MsgType: 'text', wechat: { kind: 'text', text } });

describe('who listens for commands hears them alike', () => {
	const meta: WeChatMeta = {
		kind: 'text',
		openId: 'oA',
		appId: 'wx',
		accountId: 'gh',
		dedupeKey: 'k',
		receivedAt: '2026-11-30T00:00:00.000Z',
		replyBefore: '2026-11-30T00:00:05.000Z',
		encrypted: true,
	};
	const starts = (textCondition: TextCondition, text: string, Content: string) =>
		passes({ Content }, meta, { kinds: ['text'], senders: [], textCondition, text });

	it.each([
		['equals', '签到', '簽到！', true],
		['equals', '签到', '签到[微笑]', true],
		['equals', '签到', '签到有什么用', false],
		['equals', '退订', '退订。', true],
		['equals', 'TD', 'T D', true],
		['contains', '优惠', '有什麼優惠', true],
		['contains', '优惠', '有什么活动', false],
		['contains', '！', '好！', true],
		['startsWith', '投稿', '「投稿」春天', true],
		['startsWith', '投稿', '怎么投稿', false],
	] as const)('trigger: %s %s, %s: %s', (condition, wanted, text, isHeard) => {
		expect(starts(condition, wanted, text)).toBe(isHeard);
	});

	it('campaigns', () => {
		expect(['退订。', 'T D', '退訂[微笑]'].map((text) => wishIn(said(text), {}))).toEqual(
			Array(3).fill('declined'),
		);
		expect(wishIn(said('恢復訂閱！'), {})).toBe('granted');
		expect(wishIn(said('我要退订短信吗'), {})).toBeUndefined();
		expect(wishIn({ EventKey: 'NO_MORE' }, { optOutWords: 'no_more' })).toBe('declined');
	});

	it('groups', () => {
		expect(['進群', '进群！', '【进群】/::)'].every((text) => says(said(text), '进群', ''))).toBe(
			true,
		);
		expect(says(said('怎么进群'), '进群', '')).toBe(false);
		expect(says(said(''), '进群', '')).toBe(false);
	});

	it('games', () => {
		expect(isMeant(['参加抽奖'], '参加抽奖！')).toBe(true);
		expect(isMeant(['参加抽奖'], '怎么参加抽奖')).toBe(false);
		const words: ShopWords = {
			list: new Commands(['积分商城']),
			redeem: new Commands(['兑换']),
			balance: new Commands(['我的积分']),
		};
		const good = { id: 'a', title: '茶杯', price: 1, perPerson: 0, validDays: 0 };
		const wish = (text: string) => shopWish(text, words, [good]);
		expect(wish('積分商城～')).toEqual({ kind: 'list' });
		expect(wish('我要兑换①')).toEqual({ kind: 'redeem', good });
		expect(wish('兌換：茶杯')).toEqual({ kind: 'redeem', good });
		expect(wish('兑换规则')).toBeUndefined();
	});

	it('the assistant, the router, and who waits for an answer', () => {
		expect(asksForAnswer('查看回答。')).toBe(true);
		expect(['1', '２', '选第三个', '④。'].map(numberMeant)).toEqual([0, 1, 2, 3]);
		expect(['A', '1号店在哪', '双11', '/::D'].map(numberMeant)).toEqual(Array(4).fill(undefined));
		const offered = [{ id: 'yes', content: '同意' }];
		const given = (answer: string) => answerAmong(offered, { answer, answerId: '' })?.answerId;
		expect(given('同意。')).toBe('yes');
		expect(given('不同意')).toBeUndefined();
		expect(given('我要同意吗')).toBeUndefined();
	});
});

describe('an open question of a quiz', () => {
	const at = Date.parse('2026-11-30T09:00:00+08:00');
	const rules = {
		bank: readBank([
			{ id: '1', question: '哪一个？', options: '甲茶|乙茶|丙茶|丁茶', answer: 'B' },
			{ id: '2', question: '什么茶？', answer: '龙井|西湖龙井' },
		]),
		startWords: ['答题'],
		questionCount: 0,
		secondsPerQuestion: 0,
		attempts: 1,
		shufflesQuestions: false,
		shufflesOptions: false,
		seed: 's',
	};
	const play = (...texts: string[]) => {
		const book = new Book();
		return texts.map((text, n) => {
			const event = { key: `m${n}`, openId: 'oA', at: at + n * 1_000, text };
			const step = handleMessage(book, 'quiz', event, rules, []);
			for (const row of step.rows) book.add(row);
			return step;
		});
	};

	it.each(['选B', 'B。', 'Ｂ．', '②', '我选B', 'B[微笑]', '乙茶', 'B. 乙茶'])(
		'takes %s',
		(text) => {
			expect(play('答题！', text).at(-1)?.outcome).toBe('right');
		},
	);

	it.each(['/::D', '/:B-)', '[OK]', 'B还是C'])(
		'takes no face and no doubt for an answer: %s',
		(text) => {
			expect(play('答題', text).at(-1)?.outcome).toBe('notAnAnswer');
		},
	);

	it('counts no face against who answers in words, and knows the answer with words around it', () => {
		const steps = play('答题', 'B', '/::D', '答案是西湖龍井');
		expect(steps.map(({ outcome }) => outcome)).toEqual([
			'started',
			'right',
			'notAnAnswer',
			'right',
		]);
	});

	it.each(['退订', 'T D'])('leaves %s to who hears it', (text) => {
		for (const before of [['答题'], ['答题', 'B']]) {
			expect(play(...before, text).at(-1)).toMatchObject({ handled: false, rows: [] });
		}
	});
});
