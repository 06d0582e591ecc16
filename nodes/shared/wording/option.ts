import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { choice, type Changes, type Field, type Fields } from '../operations/fields';
import { checkWording } from './check';
import { findingText, type Finding } from './finding';

/*
 * *Check Wording* as an option of whatever sends a text to followers: its field, and what is done with what is found.
 */

/** What is done about wording that breaks a rule: nothing, it is told in the output, or it is not sent. */
export type WordingLevel = 'off' | 'stop' | 'warn';

/** Name of the field. */
export const CHECK_WORDING = 'checkWording';

/** The field. @param level at first: `stop` where many read a short text, `warn` where one does or the text is long */
export const wordingField = (level: WordingLevel, changes: Changes = {}): Field<WordingLevel> =>
	choice<WordingLevel>(
		'Check Wording',
		[
			{ name: 'Off', value: 'off' },
			{
				name: 'Stop on Breaches',
				value: 'stop',
				description:
					'Do not send it; the error says which rule it breaks and how to say it instead',
			},
			{
				name: 'Warn Only',
				value: 'warn',
				description: "Send it; the output says under 'wording' what was found",
			},
		],
		level,
		{
			noDataExpression: true,
			description:
				"Whether to hold the text against WeChat's rules and the advertising law: rewards for sharing, following or liking, superlatives, cures, promises of profit, bets, minors, personal data",
			...changes,
		},
	);

/** Fields with the one of the option, which comes before the optional ones. */
export function withWordingField(
	{ additionalFields, ...fields }: Fields,
	level: WordingLevel,
): Fields {
	const all = { ...fields, [CHECK_WORDING]: wordingField(level) };
	return additionalFields ? { ...all, additionalFields } : all;
}

/** What is told of a finding in an item. */
const told = ({ id, severity, source, explanation, fix, found }: Finding): IDataObject => ({
	id,
	severity,
	source,
	explanation,
	fix,
	found,
});

/** What is found in texts, each thing once. */
function findingsOf(texts: ReadonlyArray<string | undefined>): Finding[] {
	const written = texts.filter((text) => text !== undefined && text.trim() !== '');
	return checkWording(written.join('\n'));
}

/** The error of a text that is not sent. */
function breachError(breaches: readonly Finding[]): UserInputError {
	const count = breaches.length === 1 ? 'a rule' : `${breaches.length} rules`;
	const names = breaches.map(({ explanation }) => explanation).join(' ');
	return new UserInputError(
		`The wording breaks ${count}, so nothing was sent: ${names}`,
		`${breaches.map(findingText).join('\n')}\nTo send it all the same, set 'Check Wording' to 'Warn Only' or 'Off'.`,
	);
}

/** What there is to add to the result of an item: `wording`, where something was found. */
export interface WordingResult extends IDataObject {
	wording?: IDataObject[];
}

/** What is found in what is going to be read; with `breaches` it is not to be sent. */
export function reviewTexts(
	level: WordingLevel,
	texts: () => ReadonlyArray<string | undefined>,
): { breaches: Finding[]; result: WordingResult } {
	if (level === 'off') return { breaches: [], result: {} };
	const findings = findingsOf(texts());
	const breaches = findings.filter(({ severity }) => level === 'stop' && severity === 'block');
	return { breaches, result: findings.length > 0 ? { wording: findings.map(told) } : {} };
}

/**
 * Checks what is going to be read.
 *
 * @throws UserInputError that says what is wrong, which rule it is and how to say it instead, at the level `stop`
 */
export function checkTexts(
	level: WordingLevel,
	texts: () => ReadonlyArray<string | undefined>,
): WordingResult {
	const { breaches, result } = reviewTexts(level, texts);
	if (breaches.length > 0) throw breachError(breaches);
	return result;
}

/** Elements that end a line; others stand within one. */
const BLOCK =
	/<\/?(?:p|div|br|li|ul|ol|h[1-6]|section|tr|td|blockquote|figure)(?![a-z])[^<>]{0,2000}>/giu;
/** Where a link leads is no wording. */
const ADDRESS = /\]\([^()\n]{0,500}\)|https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,500}/gu;
const INLINE = /<[^<>]{1,2000}>/gu;

/** What people read of HTML or Markdown, near enough to check its wording. */
export const textOfMarkup = (markup: string): string =>
	markup
		.replace(BLOCK, '\n')
		.replace(INLINE, '')
		.replace(ADDRESS, ' ')
		.replace(/[*_`]{2,3}/gu, '');
