/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from '../../../../nodes/WeChatKeywordRouter/engine/library';
import type { Router } from '../../../../nodes/WeChatKeywordRouter/engine/router';
import type { Outcome } from '../../../../nodes/WeChatKeywordRouter/engine/types';
import library from './data/keywords.json';

/** The library that the sample workflows come with: 60 keywords of a tea shop. */
export const LIBRARY_ROWS = library;

export const sampleLibrary = () => readLibrary(LIBRARY_ROWS);

export interface Labelled {
	text: string;
	/** Keys of the keywords that answer it; empty when nothing should. */
	expected: string[];
	wantsPerson: boolean;
	kind: string;
}

/** 500 questions with the keywords that answer them. */
export function sampleQuestions(): Labelled[] {
	const file = join(process.cwd(), 'test/unit/engagement/keywordRouter/data/questions.tsv');
	const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
	return lines.map((line) => {
		const [text = '', keys = '', kind = ''] = line.split('\t');
		const wantsPerson = keys === '@person';
		return {
			text,
			expected: wantsPerson || keys === '-' ? [] : keys.split('|'),
			wantsPerson,
			kind,
		};
	});
}

export interface Score {
	questions: number;
	answered: number;
	right: number;
	/** Wishes for a person that went to a person, and all of them. */
	persons: [number, number];
}

/** Answers all questions and counts. */
export function scoreOf(router: Router, questions: readonly Labelled[], at: number): Score {
	const outcomes = questions.map((question) => ({
		question,
		outcome: router.route({ text: question.text, at }),
	}));
	const isRight = (outcome: Outcome, { expected }: Labelled) =>
		outcome.status === 'matched' && expected.includes(outcome.best.keyword.id);
	const wishes = outcomes.filter(({ question }) => question.wantsPerson);
	return {
		questions: questions.length,
		answered: outcomes.filter(({ outcome }) => outcome.status === 'matched').length,
		right: outcomes.filter(({ question, outcome }) => isRight(outcome, question)).length,
		persons: [wishes.filter(({ outcome }) => outcome.status === 'person').length, wishes.length],
	};
}
