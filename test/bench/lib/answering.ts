/* eslint-disable no-console */
import MiniSearch from 'minisearch';
import { readLibrary } from '../../../nodes/WeChatKeywordRouter/engine/library';
import { Router } from '../../../nodes/WeChatKeywordRouter/engine/router';
import type { Outcome } from '../../../nodes/WeChatKeywordRouter/engine/types';
import {
	halvesOf,
	plainText,
	questionsOf,
	readPairs,
	trialOf,
	type Pair,
} from '../../harness/questionPairs';

const SIZE = 1_000;
const MANY = 5_000;
const SEEDS = [1, 2, 3];

/** Least and most shares on the half that nothing was tuned by. */
const GOALS = { unrelated: 0.03, lookAlikes: 0.35, answeredOrOffered: 0.95 };

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

interface Reply {
	isAnswered: boolean;
	isOffered: boolean;
	/** Places in the library, best first. */
	found: number[];
	/** How sure it is. */
	score: number;
}

type Engine = (texts: readonly string[]) => (question: string) => Reply;

function replyOf(outcome: Outcome): Reply {
	const findings = {
		matched: () => (outcome.status === 'matched' ? [outcome.best] : []),
		candidates: () => (outcome.status === 'candidates' ? outcome.candidates : []),
		person: () => (outcome.status === 'person' ? (outcome.nearest ?? []) : []),
	}[outcome.status]();
	return {
		isAnswered: outcome.status === 'matched',
		isOffered: outcome.status === 'candidates',
		found: findings.map(({ keyword }) => Number(keyword.id)),
		score: findings[0]?.score ?? 0,
	};
}

const ours: Engine = (texts) => {
	const router = new Router(
		readLibrary(texts.map((keyword, key) => ({ key: String(key), keyword }))),
	);
	return (question) => replyOf(router.route({ text: question, at: 0 }));
};

const grams = (text: string): string[] => {
	const characters = Array.from(text.replace(/\s/g, ''));
	return characters.flatMap((c, place) =>
		place + 1 < characters.length ? [c, c + characters[place + 1]] : [c],
	);
};

/** The rival has no threshold of its own: it answers from a score on. */
const miniSearch =
	(answerFrom: number): Engine =>
	(texts) => {
		const index = new MiniSearch({ fields: ['text'], tokenize: grams });
		index.addAll(texts.map((text, id) => ({ id, text })));
		return (question) => {
			const found = index.search(question);
			const score = found[0]?.score ?? 0;
			const isAnswered = score >= answerFrom;
			return { isAnswered, isOffered: false, found: found.map(({ id }) => Number(id)), score };
		};
	};

interface Figures {
	first: number;
	answered: number;
	offered: number;
	unrelated: number;
	lookAlikes: number;
	/** How sure the answers to other wordings were, in order. */
	scores: number[];
}

function figuresOf(pairs: readonly Pair[], engine: Engine): Figures {
	const sums = { first: 0, answered: 0, offered: 0, unrelated: 0, lookAlikes: 0 };
	const asked = { paraphrases: 0, unrelated: 0, lookAlikes: 0 };
	const scores: number[] = [];
	for (const seed of SEEDS) {
		const trial = trialOf(pairs, SIZE, seed);
		const ask = engine(trial.library);
		trial.paraphrases.forEach((question, place) => {
			const { found, isAnswered, isOffered, score } = ask(question);
			asked.paraphrases++;
			if (found[0] === place) sums.first++;
			if (isAnswered) sums.answered++;
			if (isOffered) sums.offered++;
			scores.push(score);
		});
		for (const question of trial.unrelated) {
			asked.unrelated++;
			if (ask(question).isAnswered) sums.unrelated++;
		}
		const askOther = engine(trial.confusable);
		for (const question of trial.lookAlikes) {
			asked.lookAlikes++;
			if (askOther(question).isAnswered) sums.lookAlikes++;
		}
	}
	return {
		first: sums.first / asked.paraphrases,
		answered: sums.answered / asked.paraphrases,
		offered: sums.offered / asked.paraphrases,
		unrelated: sums.unrelated / asked.unrelated,
		lookAlikes: sums.lookAlikes / asked.lookAlikes,
		scores: scores.sort((a, b) => b - a),
	};
}

function print(name: string, figures: Figures): void {
	const { first, answered, offered, unrelated, lookAlikes } = figures;
	console.log(
		`  ${name}: R@1 ${percent(first)}; other wordings answered ${percent(answered)}, offered ${percent(offered)}; ` +
			`answered though not in the library ${percent(unrelated)}, though it asks something else ${percent(lookAlikes)}`,
	);
}

/** Other wordings asked of all questions of a half and of what else it holds, up to 5,000. */
function firstOfMany(pairs: readonly Pair[], engine: Engine): number {
	const questions = questionsOf(pairs);
	const same = new Set(
		pairs
			.filter(({ isSame }) => isSame)
			.flatMap(({ question, other }) => [plainText(question), plainText(other)]),
	);
	const others = new Map(
		pairs
			.flatMap(({ question, other }) => [question, other])
			.map((text) => [plainText(text), text] as const)
			.filter(([plain]) => !same.has(plain)),
	);
	const library = [...questions.map(({ question }) => question), ...others.values()].slice(0, MANY);
	const ask = engine(library);
	const first = questions.filter(({ other }, place) => ask(other).found[0] === place).length;
	return first / questions.length;
}

/**
 * What is answered, offered and left, on both halves of the pairs. Only the first one was learned from. MiniSearch answers as
 * many other wordings on the first half as the router does.
 *
 * @throws when a goal is missed on the second half
 */
export function answering(file: string): void {
	const { tuning, judging } = halvesOf(readPairs(file));
	const own = figuresOf(tuning, ours);
	const { scores } = figuresOf(tuning, miniSearch(0));
	const rival = miniSearch(scores[Math.floor(own.answered * scores.length)] ?? 0);
	console.log(`A library of ${SIZE} questions, the half that was learned from`);
	print('Keyword Router', own);
	print('MiniSearch', figuresOf(tuning, rival));
	console.log('The half that nothing was tuned by');
	const judged = figuresOf(judging, ours);
	print('Keyword Router', judged);
	print('MiniSearch', figuresOf(judging, rival));
	for (const [name, half] of Object.entries({ tuning, judging })) {
		const [router, other] = [firstOfMany(half, ours), firstOfMany(half, rival)];
		console.log(
			`R@1 among ${MANY}, ${name}: Keyword Router ${percent(router)}, MiniSearch ${percent(other)}`,
		);
		if (router < other) throw new Error(`Not reached: better than MiniSearch among ${MANY}`);
	}
	const missed = [
		judged.unrelated > GOALS.unrelated && 'questions that are not in the library',
		judged.lookAlikes > GOALS.lookAlikes && 'questions that ask something else',
		judged.answered + judged.offered < GOALS.answeredOrOffered && 'other wordings',
	].filter((name) => name !== false);
	if (missed.length > 0) throw new Error(`Not reached: ${missed.join(', ')}`);
}
