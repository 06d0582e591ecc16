import { once } from 'lodash';
import { INTENTS } from '../../shared/text/intents';
import { toMatchText } from '../../shared/text/normalise';
import { isTelling, type Spotted } from './spans';
import { isRefused } from './weighing/refusals';
import { isLongComplaint } from './weighing/complaints';
import { isWish, type Clause, type Sentence } from './weighing/sentence';
import type { Vocabulary } from './weighing/vocabulary';
import { weigh } from './weighing/weigh';
import type { Why } from './types';

/** What becomes of the keywords that were found in a message. */
export interface Verdict {
	result: 'answer' | 'offer' | 'leave';
	/** Why it is no answer; undefined for an answer. */
	why?: Why;
	/** What counts of what was found. */
	kept: Spotted[];
	unknown: string[];
}

/** How much of a message has to be explained. */
interface Least {
	answer: number;
	offer: number;
}

/** What was found as it is written. */
const WRITTEN: Least = { answer: 0.56, offer: 0.36 };
/** A guess needs the support of the rest. */
const GUESSED: Least = { answer: 0.6, offer: 0.5 };

/** What happened. */
const PAST = /了|过|着|昨天|去年|前年|小时候|以前|那时|当年|刚才/u;
/** So many characters around a product are a story. */
const LEAST_TOLD = 5;
/** So many functions in one message are a choice. */
const SEVERAL = 3;

/** What comes after so many of them changes nothing. */
const MOST_FOUND = 24;

/** The words of who complains: what they find is what a complaint is about. */
const complaintWords = once(
	() =>
		new Set(
			INTENTS.filter(({ id }) => id === 'complaint' || id === 'afterSales').flatMap(({ phrases }) =>
				phrases.split(' ').map(toMatchText),
			),
		),
);

const isOfComplaints = ({ phrase }: Spotted): boolean =>
	complaintWords().has(phrase.parts.join('*'));

const overlaps = (one: Spotted, other: Spotted): boolean =>
	one.start < other.end && other.start < one.end;

const clauseOf = ({ clauses }: Sentence, { start }: Spotted): Clause | undefined =>
	clauses.find((clause) => clause.start <= start && start < clause.end);

function isWished(sentence: Sentence, hit: Spotted): boolean {
	const clause = clauseOf(sentence, hit);
	return clause !== undefined && (clause.isQuestion || isWish(clause.text));
}

/** Who tells a story with a product in it asks nothing: 昨天泡了壶龙井，看雨看了一下午. */
function isTold({ asks, message }: Sentence, kept: readonly Spotted[]): boolean {
	if (asks || !PAST.test(message)) return false;
	const named = kept.reduce((sum, { start, end }) => sum + end - start, 0);
	return (
		message.length - named >= LEAST_TOLD &&
		kept.every(
			({ phrase: { target } }) => typeof target === 'string' || target.level !== 'function',
		)
	);
}

/** Whether questions in clauses of their own are about different functions, or one is about three of them. */
function areSeveral(sentence: Sentence, kept: readonly Spotted[]): boolean {
	const functions = kept.filter(
		({ phrase }) =>
			typeof phrase.target !== 'string' &&
			phrase.target.level === 'function' &&
			!phrase.isWeak &&
			!phrase.isSynonym,
	);
	const targets = new Set(functions.map(({ phrase }) => phrase.target));
	if (targets.size >= SEVERAL) return true;
	const asked = functions.filter((hit) => isWished(sentence, hit));
	const clauses = new Set(asked.map((hit) => clauseOf(sentence, hit)));
	return clauses.size > 1 && new Set(asked.map(({ phrase }) => phrase.target)).size > 1;
}

/** Weighs what was found in a message, without phrases inside longer ones, against all of it. */
export function judge(
	all: readonly Spotted[],
	sentence: Sentence,
	vocabulary: Vocabulary,
): Verdict {
	const found = all.slice(0, MOST_FOUND);
	const refused = found.filter(
		({ phrase, start, end }) => phrase.target !== 'nothing' && isRefused(sentence, start, end),
	);
	const wanted = found.filter((hit) => !refused.some((other) => overlaps(hit, other)));
	// What else is named beside a refusal has to be wished for: 不要核桃，过敏 asks for nothing.
	if (refused.length > 0 && !wanted.some((hit) => isTelling(hit) && isWished(sentence, hit))) {
		return { result: 'offer', why: 'refused', kept: [...found], unknown: [] };
	}
	const { share, unknown, kept } = weigh(sentence, wanted, vocabulary);
	if (kept.length === 0) return { result: 'leave', why: 'otherMeaning', kept, unknown };
	const isGuess = kept.some(({ how }) => how !== 'words');
	const least = isGuess ? GUESSED : WRITTEN;
	if (share < least.offer) return { result: 'leave', why: 'unknownWords', kept, unknown };
	if (isLongComplaint(sentence) && !kept.some(isOfComplaints)) {
		return { result: 'leave', why: 'complaint', kept, unknown };
	}
	if (isTold(sentence, kept)) return { result: 'leave', why: 'nothingAsked', kept, unknown };
	if (share < least.answer) return { result: 'offer', why: 'unsure', kept, unknown };
	if (areSeveral(sentence, kept)) return { result: 'offer', why: 'several', kept, unknown };
	return { result: 'answer', kept, unknown };
}
