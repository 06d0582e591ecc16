import { weightOf } from '../likeness/prepared';
import type { Spotted } from '../spans';
import { isPinyin } from '../../../shared/text/pinyin';
import type { Sentence, Word } from './sentence';
import type { Vocabulary } from './vocabulary';

/** How much of a message the keywords explain that were found in it. */
export interface Weighed {
	/** 0 … 1: what the keywords say, of that and of what nobody explains. */
	share: number;
	/** Words that neither the library nor common talk explains. */
	unknown: string[];
	/** What was found, without what is only a part of another word. */
	kept: Spotted[];
}

/** What a character of a keyword counts. */
const OF_CHARACTER = 0.6;
const MOST_OF_HIT = 3;

/** Single characters side by side are a name that the dictionary does not have. */
const OF_NAME = 1;

/** A single unknown character is a verb or a sign of a unit as often as a thing. */
const OF_SINGLE = 0.5;

/** What is told and not asked for names keywords by chance: 排队买票去看电影. */
const OF_TOLD = 1.6;

const HAN = /^\p{Script=Han}{2,}$/u;

/** A longer word in which a keyword is only a part counts so much at least: 会员 in 会员国. */
const OF_OTHER_WORD = 0.9;

/** What makes another word of a keyword that still is about it: 会员卡, 价格表, 停车场. */
const STILL_THE_SAME =
	/^[卡券费单号店场位员群表码日价类款品量额点处者们的了时期书茶机区板框]{1,2}$|^[总分新老大小查领用开办退换送寄催]$/u;

const within = (word: Word, { start, end }: Spotted): boolean =>
	start <= word.start && word.end <= end;
const around = (word: Word, { start, end }: Spotted): boolean =>
	word.start <= start && end <= word.end && word.end - word.start > end - start;

/** Whether a keyword is but a part of a word that means something else, or of two: 会员国, 换货 in 换货车轮胎. */
function isOther(word: Word, hit: Spotted, vocabulary: Vocabulary): boolean {
	const isTorn =
		(word.start < hit.start && hit.start < word.end) ||
		(word.start < hit.end && hit.end < word.end);
	if (!isTorn || vocabulary.explains(word.text)) return false;
	if (!around(word, hit)) return HAN.test(word.text);
	const before = word.text.slice(0, hit.start - word.start);
	const behind = word.text.slice(hit.end - word.start);
	return [before, behind].some((rest) => rest !== '' && !STILL_THE_SAME.test(rest));
}

/** @param hits what was found, without phrases inside longer ones */
export function weigh(
	sentence: Sentence,
	hits: readonly Spotted[],
	vocabulary: Vocabulary,
): Weighed {
	const { words, asks } = sentence;
	const others = new Set<Spotted>();
	const unknown: string[] = [];
	let against = 0;
	let before: Word | undefined;
	const isTyped = hits.some(({ how }) => how === 'pinyin');
	for (const word of words) {
		const other = hits.filter((hit) => isOther(word, hit, vocabulary));
		for (const hit of other) others.add(hit);
		const isOtherWord = other.length > 0;
		if (!isOtherWord && hits.some((hit) => within(word, hit) || around(word, hit))) continue;
		if (vocabulary.explains(word.text) || (isTyped && isPinyin(word.text))) continue;
		const weight = weightOf(word.text) * (word.text.length === 1 ? OF_SINGLE : 1);
		const isName = word.text.length === 1 && before?.text.length === 1 && before.end === word.start;
		const least = isOtherWord ? OF_OTHER_WORD : isName ? OF_NAME : 0;
		against += Math.max(weight, least) * (asks ? 1 : OF_TOLD);
		unknown.push(word.text);
		before = word;
	}
	const kept = hits.filter((hit) => !others.has(hit));
	let explained = 0;
	for (const { phrase, certainty } of kept) {
		if (typeof phrase.target === 'string') continue;
		explained += Math.min(MOST_OF_HIT, phrase.weight * OF_CHARACTER * certainty);
	}
	const all = explained + against;
	return { share: all === 0 ? 0 : explained / all, unknown, kept };
}
