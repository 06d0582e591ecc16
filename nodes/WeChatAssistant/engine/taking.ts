import { MINUTE_MS, dayOf } from '../../shared/calendar/days';
import { Commands } from '../../shared/commands/commands';
import type { Asked } from './asked';

/** A question of earlier, as it stands in the table. */
export interface Earlier {
	key: string;
	at: number | null;
	question: string;
	status: string;
	answer: string;
}

/** What followers read. */
export interface Texts {
	waiting: string;
	pending: string;
	enough: string;
	help: string;
	handedOver: string;
	/** Behind an answer that WeChat does not label itself. */
	label: string;
}

/** What a follower taps, or writes, to read an answer that did not come. */
const SEE_ANSWER = '查看回答';
const LINK = `<a href="weixin://bizmsgmenu?msgmenucontent=${SEE_ANSWER}&msgmenuid=ai-answer">${SEE_ANSWER}</a>`;

export const TEXTS: Texts = {
	waiting: `正在为您查询，请稍等。没有收到的话，点这里${LINK}`,
	pending: `还在查询，请过几秒再点${LINK}`,
	enough: '今天问得有点多啦，明天再聊～着急的话，回复“人工”找客服。',
	help: '请直接写下您的问题，例如：你们几点关门？',
	handedOver: '这个问题我还答不准，已经请人工客服来看，请稍等～',
	label: '（AI 生成，仅供参考）',
};

/** A model that has not answered by then will not. */
export const LONGEST_ANSWERING_MS = 5 * MINUTE_MS;

/** Longer texts are no questions, and each character costs money. */
const LONGEST_QUESTION = 500;
/** Earlier questions that the model is told of. */
const TOLD = 3;

const ASKS_FOR_ANSWER = new Commands([SEE_ANSWER, '看回答', '查看答案', '看答案', '回答呢']);
const LETTER = /[\p{L}\p{N}]/gu;

/** What becomes of a message. */
export type Taken =
	| { to: 'ask'; reply: string; prompt: string }
	| { to: 'person'; reason: string }
	| { to: 'reply'; reply: string };

/** Whether a follower wants to read an answer that was promised. */
export const asksForAnswer = (text: string): boolean => ASKS_FOR_ANSWER.isCalledBy(text);

/** What a question of earlier has come to, for the follower. */
export function resultOf({ at, status, answer }: Earlier, texts: Texts, now: number): string {
	if (status === 'answered') return `${answer}\n${texts.label}`;
	const isUnderWay = status === 'asked' && now - (at ?? 0) < LONGEST_ANSWERING_MS;
	return isUnderWay ? texts.pending : texts.handedOver;
}

/** The question with what was talked about before, oldest first. */
function promptOf(question: string, before: readonly Earlier[]): string {
	const answered = before.filter(({ status }) => status === 'answered').slice(-TOLD);
	const told = answered.flatMap(({ question: asked, answer }) => [`问：${asked}`, `答：${answer}`]);
	const dialogue = told.length === 0 ? [] : ['之前的对话：', ...told, ''];
	return [...dialogue, `粉丝现在问：${question}`].join('\n');
}

/**
 * Decides about a message that the library has no answer to.
 *
 * @param earlier questions of the same follower of the last day, oldest first
 * @param perDay most questions to the model on a day
 */
export function take(
	{ key, question, at }: Asked,
	earlier: readonly Earlier[],
	{ perDay, texts, reason }: { perDay: number; texts: Texts; reason: string | undefined },
): Taken {
	const same = earlier.find((row) => row.key === key);
	if (same) return { to: 'reply', reply: resultOf(same, texts, at) };
	if (reason !== undefined) return { to: 'person', reason };
	if ((question.match(LETTER) ?? []).length < 2) return { to: 'reply', reply: texts.help };
	if (question.length > LONGEST_QUESTION) return { to: 'person', reason: '问题很长' };
	const today = earlier.filter((row) => dayOf(row.at ?? 0) === dayOf(at));
	if (today.length >= perDay) return { to: 'reply', reply: texts.enough };
	return { to: 'ask', reply: texts.waiting, prompt: promptOf(question, earlier) };
}
