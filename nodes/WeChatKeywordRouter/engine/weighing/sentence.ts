import { once } from 'lodash';
import { clausesOf } from '../../../shared/text/normalise';
import { createSegmenter } from '../../../shared/text/segment';

/** A part of a message between signs. */
export interface Clause {
	text: string;
	/** Where it stands in the text that is compared. */
	start: number;
	end: number;
	isQuestion: boolean;
}

export interface Word {
	text: string;
	start: number;
	end: number;
}

/** A message as far as its build tells what is meant. */
export interface Sentence {
	/** In the form of `toMatchText`. */
	message: string;
	clauses: Clause[];
	words: Word[];
	/** Whether anything is asked or wished for. */
	asks: boolean;
}

const QUESTION =
	/[吗么嘛]$|(?:[了到过]没|[^么]不)$|怎么|什么|为什么|多少|多久|多大|哪|谁|几[点天个号次月家块折]|可以|可否|是否|是不是|有没有|会不会|要不要|(.)不\1|吗/u;

const WISH =
	/想|要|求|问|帮|麻烦|请|希望|需要|给我|咨询|了解|介绍|推荐|查|看看|发我|告诉|办理|申请|能|有没|呢$|吧$|^有/u;

export const isWish = (text: string): boolean => WISH.test(text);

const segmenter = once(() => createSegmenter());

function wordsOf(message: string): Word[] {
	let from = 0;
	return segmenter()(message).map((text) => {
		const start = message.indexOf(text, from);
		from = start + text.length;
		return { text, start, end: from };
	});
}

/** @param plain in the form of `toPlainText`, of which `message` is what is compared */
export function readSentence(plain: string, message: string): Sentence {
	const parts = clausesOf(plain);
	const isWhole = parts.map((part) => part.text).join('') === message;
	const pieces = isWhole ? parts : [{ text: message, asks: plain.includes('?') }];
	let start = 0;
	const clauses = pieces.map((piece) => {
		const clause = {
			text: piece.text,
			start,
			end: start + piece.text.length,
			isQuestion: piece.asks || QUESTION.test(piece.text),
		};
		start = clause.end;
		return clause;
	});
	const asks = clauses.some((clause) => clause.isQuestion) || isWish(message);
	return { message, clauses, words: wordsOf(message), asks };
}
