import { UserInputError } from '../../shared/inputError';
import { moodOf } from './ownModel';
import { read } from './readable';

/** A text with the label that a person gave it. */
export interface LabelledText {
	text: string;
	label: string;
}

const FEWEST_OF_LABEL = 5;
const MOST_LABELS = 12;

/** Names of moods become the three moods; the numbers 1, 0 and -1 too where no other label is used. */
function canonical(labels: string[]): Map<string, string> {
	const distinct = [...new Set(labels)];
	const isNumeric = distinct.every((label) => ['-1', '0', '1'].includes(label));
	const zero = distinct.includes('-1') ? 'neutral' : 'negative';
	const numbers: Record<string, string> = { '-1': 'negative', '0': zero, '1': 'positive' };
	const moods = distinct.map((label) => (isNumeric ? numbers[label] : moodOf(label)));
	const areMoods = moods.every((mood) => mood !== undefined);
	return new Map(distinct.map((label, at) => [label, (areMoods && moods[at]) || label]));
}

/** @throws UserInputError when nothing can be learned from so many texts of each label */
export function checkLabels(counts: Map<string, number>): void {
	if (counts.size < 2) {
		throw new UserInputError(
			`'Label' has ${counts.size === 0 ? 'no value' : 'only one value'} in all items`,
			'Give texts of at least two labels, for example positive and negative.',
		);
	}
	if (counts.size > MOST_LABELS) {
		throw new UserInputError(
			`'Label' has ${counts.size} different values; the most is ${MOST_LABELS}`,
			'Check that the column holds labels, or join rare ones.',
		);
	}
	for (const [label, count] of counts) {
		if (count >= FEWEST_OF_LABEL) continue;
		throw new UserInputError(
			`The label "${label}" has ${count} texts; the fewest is ${FEWEST_OF_LABEL}`,
			'Label more texts, or leave that label out. A few hundred texts make a useful model.',
		);
	}
}

/** Each text once, with its label in one spelling. */
export function distinctTexts(texts: LabelledText[]): LabelledText[] {
	const names = canonical(texts.map(({ label }) => label));
	// The same text with two labels teaches nothing; the last word of the operator counts.
	const unique = new Map(texts.map(({ text, label }) => [read(text).words, { text, label }]));
	return [...unique.values()].map(({ text, label }) => ({
		text,
		label: names.get(label) ?? label,
	}));
}

/** How many texts each label has, by label. */
export function countLabels(texts: LabelledText[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { label } of texts) counts.set(label, (counts.get(label) ?? 0) + 1);
	return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
