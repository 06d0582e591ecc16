import once from 'lodash/once';
import { Commands } from '../shared/commands/commands';
import { toMatchText } from '../shared/text/normalise';

/** How a text is compared with words, however it is written. */
export type TextMatch = 'contains' | 'equals' | 'startsWith';

export type TextTest = (text: string) => boolean;

/** Whether a text holds one of some words, also in another script, width or case. */
function containing(words: readonly string[]): TextTest {
	const read = once(() => words.map(toMatchText).filter((word) => word !== ''));
	return (text) => {
		if (words.some((word) => text.includes(word))) return true;
		const said = toMatchText(text);
		return read().some((word) => said.includes(word));
	};
}

function equalling(words: readonly string[]): TextTest {
	const commands = new Commands(words);
	return (text) => words.some((word) => text.trim() === word.trim()) || commands.isCalledBy(text);
}

function beginningWith(words: readonly string[]): TextTest {
	const commands = new Commands(words);
	return (text) =>
		words.some((word) => text.trimStart().startsWith(word)) || commands.behind(text) !== undefined;
}

const TESTS: Record<TextMatch, (words: readonly string[]) => TextTest> = {
	contains: containing,
	equals: equalling,
	startsWith: beginningWith,
};

/** Ready to compare texts of followers with words of the account. */
export const textTest = (match: TextMatch, words: readonly string[]): TextTest =>
	TESTS[match](words);
