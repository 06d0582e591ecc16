import { once } from 'lodash';
import { findContacts } from '../../shared/text/contacts';
import { normalise } from '../../shared/text/normalise';
import { sensitiveSearch } from '../../shared/text/sensitive';

/* Whether what a model has written may be sent to a follower. Reasons are in Chinese: the staff reads them. */

export interface Judged {
	answer: string;
	/** What the follower asked. */
	question: string;
	/** What the tools have told the model. */
	facts: string;
	/** Whether an answer without any facts is refused. */
	needsFacts: boolean;
	/** Characters. */
	longest: number;
}

/** A word by which the model is told to say that it cannot answer. */
const PASS_ON = /转(接)?人工|人工客服/;
const UNSURE =
	/[不没](太|是很)?(确定|清楚|知道|了解)|无法(回答|确认|提供|查询|解答)|不能(回答|提供)|没有?(找到|查到|相关)|抱歉|对不起|作为.{0,6}(AI|人工智能|模型|助手)/i;
const PROMISES =
	/保证|承诺|包赔|赔[偿付]|全额退款|一定(会|能|可以)|绝对|百分之?百|最低价|稳赚|免费(送|领)|马上退/g;
/** What only somebody wants to hear who tries the model out. */
const INSIDE =
	/提示词|系统(提示|消息|指令)|system ?prompt|open ?id|access_token|app ?secret|\bapi\b/i;
const OPEN_ID = /(?<![\w-])o[\w-]{27}(?![\w-])/;
const NUMBER = /\d+(?:\.\d+)?/g;
/** Amounts in words: 五十元, 九折, 三天. */
const AMOUNT =
	/[一二两三四五六七八九十百千万半]{1,8}(?:元|块|折|天|小时|分钟|点|号|月|年|周|次|件|斤|倍)/g;

const sensitive = once(() => sensitiveSearch(true, [], normalise));

/** Numbers other than those by which lines are counted. */
const numbersIn = (text: string): string[] =>
	text.replace(/^[ \t]{0,8}\d{1,2}[.、)][ \t]*/gm, '').match(NUMBER) ?? [];

/** The text without the signs of Markdown, which WeChat shows as they are. */
export const plainText = (answer: string): string =>
	answer
		.replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
		.replace(/\*\*|__|`/g, '')
		.replace(/\[([^\]\n]{1,200})\]\((https?:[^)\s]{1,300})\)/g, '$1 $2')
		.trim();

/** Numbers, amounts, promises, links and contact data that stand in no fact. */
function invented(answer: string, facts: string, question: string): string | undefined {
	const known = normalise(`${facts}\n${question}`);
	const written = normalise(answer);
	const numbers = new Set(numbersIn(known));
	const number = numbersIn(written).find((each) => !numbers.has(each));
	if (number !== undefined) return `资料里没有的数字：${number}`;
	const told = normalise(facts);
	const words = [...(written.match(AMOUNT) ?? []), ...(written.match(PROMISES) ?? [])];
	const word = words.find((each) => !told.includes(each));
	if (word !== undefined) return `资料里没有的说法：${word}`;
	const contact = findContacts(written, false).find(({ value }) => !told.includes(value));
	return contact ? '资料里没有的链接或联系方式' : undefined;
}

/** Why a person should answer instead; undefined when the answer may be sent. */
export function whyNot({
	answer,
	question,
	facts,
	needsFacts,
	longest,
}: Judged): string | undefined {
	if (answer === '') return '没有回答';
	if (PASS_ON.test(answer) || UNSURE.test(answer)) return '没有把握';
	if (answer.length > longest) return `回答超过 ${longest} 字`;
	if (needsFacts && facts.trim() === '') return '没有查资料';
	if (INSIDE.test(answer) || OPEN_ID.test(answer)) return '说到了系统内部的内容';
	// What is a guess is learned from followers; an answer of the account is none of theirs.
	const found = sensitive()(normalise(answer)).find(({ isGuess }) => !isGuess);
	if (found) return `有敏感词：${found.word}`;
	return invented(answer, facts, question);
}
