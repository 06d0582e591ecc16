import type { Clause, Sentence } from './sentence';

/** So many characters before and behind a word are looked at. */
const REACH = 14;

const DENIAL =
	/(?:不是|不想|不要|不用|不需要|不需|无需|不打算|不必|别|甭|不问|没问|没说|没想|没打算|不考虑|不参加|不喜欢|没兴趣|不感兴趣|不关心|不再|不愿意|不愿|不准备|不稀罕|不在乎)(?:要|想|问|说|找|买|办|用|领|查|看|参加|参与|考虑|需要|了|再|给|跟|和|我|你们|您|提|推荐|推|发|来|讲|聊|谈|关于|关心|咨询|了解|申请|什么|的|这个|这|那个|那|是|你|做|搞|为了|任何|一个|张){0,5}$/u;

/** 不 of these asks: 要不要, 是不是. */
const ASKING = /(?:要不要|是不是|想不想|用不用|需不需要|该不该|要别)(?:要|想|问|用|领|是|.)?$/u;

const DENIED_BEHIND =
	/^(?:我|就|也|都|还是|先|暂时|什么的|那些|这些|活动|的话|的事|的事情|现在|真的|已经|其实|倒|知道|有了|有|懂|清楚){0,4}(?:不要|不用再说|不用再|不用|别再|不需要|不想要|算了|不参加|免了|不办|没兴趣|不感兴趣|不考虑|不问|不关心|不稀罕|不领)(?:了|啦|的|吧|办|我)?(?![\p{L}])|^(?:我|就|也|都){0,3}(?:不要|不用|算了|不需要)(?:了|啦|的|吧)?/u;

/** Who says so tells, however politely: 别推直播了行不行. */
const TELLS = /(?:别|甭|不要)(?:再|给|跟|和|我|老|总|推|提|发|来|讲){1,4}$/u;

/** A question that a denial is part of, or that follows on its heels. */
const ASKED = /[吗么嘛]$|怎么|可以|为什么|多少|会不会|行不行|是不是|是否|能/u;
const ASKED_BEHIND =
	/^(?:可以|行|好|有|能|对|成)(?:吗|么|嘛|不|的吗)|^(?:怎么办|多少钱|怎么弄|怎么处理)/u;

function isAsked({ clauses }: Sentence, clause: Clause): boolean {
	if (clause.isQuestion && ASKED.test(clause.text)) return true;
	const next = clauses[clauses.indexOf(clause) + 1];
	return next !== undefined && ASKED_BEHIND.test(next.text);
}

/** A word for a wish with which a keyword begins: 想退 in 不想退货. */
const WISHED = /^(?:想|要|用|需要|打算|换|退)/u;
const DENIED = /(?:不|别|没|甭)$/u;

/** Where the next clause ends: 运费我知道，不用再说. */
const endOfNext = ({ clauses }: Sentence, clause: Clause): number =>
	(clauses[clauses.indexOf(clause) + 1] ?? clause).end;

/**
 * Whether what stands at a place is named only to be turned down or corrected: 我不要优惠券, 不是问物流，我问运费. A question
 * turns nothing down: 不用预约吗 asks about 预约.
 */
export function isRefused(sentence: Sentence, start: number, end: number): boolean {
	const { message, clauses } = sentence;
	const clause = clauses.find((part) => part.start <= start && start < part.end);
	if (!clause) return false;
	const before = message.slice(Math.max(clause.start, start - REACH), start);
	const behind = message.slice(end, Math.min(end + REACH, endOfNext(sentence, clause)));
	const isWishDenied = DENIED.test(before) && WISHED.test(message.slice(start, end));
	const isDenied =
		((DENIAL.test(before) || isWishDenied) && !ASKING.test(before + message.charAt(start))) ||
		DENIED_BEHIND.test(behind);
	return isDenied && (TELLS.test(before) || !isAsked(sentence, clause));
}
