import type { INodeParameters } from 'n8n-workflow';
import { BoundedMap } from '../../shared/boundedMap';
import { wantsMessages, wantsNoMore } from '../../shared/commands/wishes';
import { UserInputError } from '../../shared/inputError';
import { textTest, type TextMatch, type TextTest } from '../texts';
import { ANY_OTHER, QUICK_REPLIES, quickRepliesField } from './fields';
import { readRow, wordsOf, type QuickReply } from './row';

interface Problem {
	/** What is wrong, with the row it is about. */
	problem: string;
	advice: string;
}

/** The rows of *Quick Replies*, ready to answer. */
export interface QuickReplyList {
	/** The rows that can be used. */
	replies: readonly QuickReply[];
	/** What is wrong with the others. */
	problems: readonly Problem[];
	/** The first row whose words match. */
	find: (text: string) => QuickReply | undefined;
	/** The row for any other text. The wish to get no messages, or to get them, is none: somebody has to hear it. */
	other: (text: string) => QuickReply | undefined;
}

/** Lists that stay ready; each workflow has one, and an old one after each change. */
const MAX_LISTS = 200;

/** Asks each kind of comparison once for all rows together, as most texts match none of them. */
function finderOf(replies: readonly QuickReply[]): QuickReplyList['find'] {
	const byMatch = new Map<TextMatch, string[]>();
	const tests: Array<{ match: TextMatch; test: TextTest; reply: QuickReply }> = [];
	for (const reply of replies) {
		const { match, words } = reply;
		if (match === ANY_OTHER) continue;
		const list = wordsOf(words);
		byMatch.set(match, [...(byMatch.get(match) ?? []), ...list]);
		tests.push({ match, test: textTest(match, list), reply });
	}
	const together = [...byMatch].map(([match, words]) => ({ match, test: textTest(match, words) }));
	return (text) => {
		const possible = new Set(together.filter(({ test }) => test(text)).map(({ match }) => match));
		return tests.find(({ match, test }) => possible.has(match) && test(text))?.reply;
	};
}

function problemOf(error: unknown, position: number): Problem {
	if (!(error instanceof UserInputError)) throw error;
	return { problem: `row ${position + 1}: ${error.message}`, advice: error.advice };
}

function read(parameters: INodeParameters): QuickReplyList {
	const replies: QuickReply[] = [];
	const problems: Problem[] = [];
	const rows = quickRepliesField.read({ get: (name) => parameters[name] }, QUICK_REPLIES);
	for (const [position, row] of rows.entries()) {
		try {
			replies.push(readRow(row));
		} catch (error) {
			problems.push(problemOf(error, position));
		}
	}
	const [other, second] = replies.filter(({ match }) => match === ANY_OTHER);
	if (second) {
		problems.push({
			problem: "two rows answer 'Is Any Other Text'",
			advice: 'Keep the one that is right.',
		});
	}
	return {
		replies,
		problems,
		find: finderOf(replies),
		other: (text) => (wantsNoMore(text) || wantsMessages(text) ? undefined : other),
	};
}

const known = new BoundedMap<string, QuickReplyList>(MAX_LISTS);

/**
 * The rows of *Quick Replies* as they stand in the node. Nothing of them is evaluated.
 *
 * @param parameters of the node, as stored
 */
export function quickRepliesOf(parameters: INodeParameters): QuickReplyList {
	const key = JSON.stringify(parameters[QUICK_REPLIES] ?? {});
	const list = known.get(key) ?? read(parameters);
	known.set(key, list);
	return list;
}
