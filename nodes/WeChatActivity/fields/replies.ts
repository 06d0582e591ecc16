import { isRecord } from '../../shared/json';
import {
	field,
	optionalText,
	propertiesOfFields,
	type Field,
} from '../../shared/operations/fields';
import { fill } from '../engine/reply';
import type { Values } from '../engine/step';

/** The ready text for a status, and how it is called at the canvas. */
export interface ReplyText {
	label: string;
	text: string;
}

export type ReplyTexts = Readonly<Record<string, ReplyText>>;

/** Says the texts of some names, filled in, with an empty line between. */
export type Speaker = (names: readonly string[], values: Values) => string;

/** @param own texts as somebody has changed them, by name */
const speakerOf =
	(texts: ReplyTexts, own: Readonly<Record<string, unknown>>): Speaker =>
	(names, values) =>
		names
			.map((name) => {
				const { label = name, text = '' } = texts[name] ?? {};
				return fill(String(own[name] ?? text), values, label).trim();
			})
			.filter((text) => text !== '')
			.join('\n\n');

/** The texts a follower gets, to be changed where wanted. @param placeholders names of what may stand in them */
export function repliesField(texts: ReplyTexts, placeholders: string): Field<Speaker> {
	const changeable = Object.entries(texts).map(
		([name, { label, text }]): [string, Field<string>] => [
			name,
			optionalText(label, { typeOptions: { rows: 3 }, default: text }),
		],
	);
	const options = propertiesOfFields(Object.fromEntries(changeable)).sort((left, right) =>
		left.displayName.localeCompare(right.displayName, 'en'),
	);
	return field(
		{
			displayName: 'Replies',
			type: 'collection',
			placeholder: 'Change a reply',
			default: {},
			description: `Texts for the follower, with placeholders: ${placeholders}`,
			options,
		},
		(stored) => speakerOf(texts, isRecord(stored) ? stored : {}),
	);
}
