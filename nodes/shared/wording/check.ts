import { cutText } from '../text/longest';
import { SOURCES, type Finding } from './finding';
import { likenessText, scanWithLikeness } from './likeness';
import { plainText } from './plainText';
import { scanText } from './scanText';

/** More than any article of an account holds (WeChat: 100,000 characters with all markup). */
export const LONGEST_TEXT = 100_000;

const TOO_LONG: Finding = {
	id: 'text-too-long',
	severity: 'block',
	source: SOURCES.check,
	explanation: '文字超过 10 万字，只检查了前 10 万字，其余部分未检查。',
	fix: '把文字缩短到 10 万字以内，再检查一次。',
	found: 'Text',
};

/** What blocks first. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] => [
	...findings.filter(({ severity }) => severity === 'block'),
	...findings.filter(({ severity }) => severity === 'warn'),
];

/**
 * Checks a text that is going to be read by followers against the rules of WeChat and of the law, as far as words
 * show them. It finds the usual breaches; it is no legal opinion.
 *
 * @returns what a person has to change (`block`), then what to look at (`warn`); empty when nothing is found
 */
export function checkWording(text: string): Finding[] {
	const cut = cutText(text, LONGEST_TEXT);
	const isCut = cut.length < text.length;
	const plain = plainText(cut);
	return gravestFirst([...(isCut ? [TOO_LONG] : []), ...scanWithLikeness(plain)]);
}

/** What the rules find, and what the likeness is judged by; for learning it. */
export function readForLearning(text: string): { plain: string; ruled: Finding[] } {
	const plain = plainText(text);
	return { plain: likenessText(plain), ruled: scanText(plain) };
}
