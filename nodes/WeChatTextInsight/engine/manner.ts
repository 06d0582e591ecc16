import type { Hit } from './clauses';
import { CueIndex } from './cues';

/** How a text speaks, apart from what it feels. */
export interface Manner {
	/** It asks for something in the forms of courtesy, or gives data. */
	isPolite: boolean;
	/** It tells news, or quotes: what feels in it is not the feeling of who writes. */
	isReport: boolean;
	/** Of all feeling it has thanks alone. */
	isThanksOnly: boolean;
}

const POLITE =
	/请问|请教|麻烦|劳驾|冒昧|打扰(?:一下|了)|不好意思|帮(?:我|忙)?(?:查|看|问|改|催|转|核实|登记|取消)|(?:你|您)好|老师好|小编好|客服好|在吗|咨询|想问|问下|问一下|请帮|请把|请给|谢谢啦|烦请|拜托|辛苦(?:帮|查|您|给|尽快|看|核)/;
const REPORT =
	/据(?:统计|报道|悉|介绍|了解|通报)|(?:警方|交警|官方|专家|银行|气象台|医生|民警)(?:提醒|通报|提示|发布|表示)|同比|环比|亿元|万元|[%%](?:,|。|$)|个基点|受访者|召回|定档|重播|首播|上映|登陆|收于|不敌|战胜|比分|录取分数线|新规|条例|施行|实施|(?:小区|社区|物业|停水|停电|放假)通知|公告|喜报|讣告|《[^》]{1,20}》.{0,12}(?:播|上映|出版|开售|定档|首演)|截止到|出自|这个词|一词|的意思是|是什么意思|什么意思(?:呀|啊|呢)?$|这个公众号|作文题|改的名|下岗|参加过|第.{1,3}(?:季度|届|批)/;
const PERSONAL = /我|俺|咱|你们?|您|贵[司店]|太|真(?![实相正])|好[吃喝看用]|[!?]{2}/;
/** Told of somebody, or asked about a word: in the first person it is a report as well. */
const MENTION = /意思|这个词|这个公众号|下岗|参加过/;
const THANKS =
	/^(?:谢谢(?:你|您|你们|啦|了)?|感谢|多谢|谢啦|谢谢惠顾|辛苦(?:了|啦)?|thanks|thx|3q|感恩)$/;

const MANNERS = new CueIndex([POLITE, REPORT]);

/**
 * @param words in the form of `normalise`
 * @param hits the words of it that carry a feeling
 */
export function mannerOf(words: string, hits: readonly Hit[]): Manner {
	const found = MANNERS.in(words);
	return {
		isPolite: found.includes(0),
		isReport: found.includes(1) && (!PERSONAL.test(words) || MENTION.test(words)),
		isThanksOnly: hits.length > 0 && hits.every(({ word }) => THANKS.test(word)),
	};
}
