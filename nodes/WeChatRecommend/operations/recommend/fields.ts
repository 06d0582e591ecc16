import { ranged } from '../../../shared/engagement/numbers';
import {
	collection,
	field,
	flag,
	optionalText,
	type Changes,
	type Field,
	type ValuesOf,
} from '../../../shared/operations/fields';
import type { Row } from '../../../shared/rows/row';
import { listOf, personOf } from '../../engine/readRows';
import { DEFAULT_TEXTS, type Texts } from '../../engine/texts';
import type { Person, Settings } from '../../engine/types';
import { catalogue, history } from '../rows';
import { count, scoringOf, scoringOptions, weights } from '../scoring';

/** Where the history comes from, when the nodes have recorded it. */
export const RECORDS = 'records';

const NO_REPEAT_DAYS = 30;

/** *History From*, with one more source; it gives nothing where the history comes from the records. */
const historyOrRecords: Field<ReturnType<typeof history.read> | undefined> = {
	describe: (name) =>
		history.describe(name).map((property) => {
			if (property.type !== 'options') return property;
			const recorded = {
				name: 'Records of the Nodes',
				value: RECORDS,
				description:
					'Taps, scans, comments and messages that name an item; what is shown is recorded as well, so that nothing has to be stored',
			};
			return { ...property, options: [...(property.options ?? []), recorded] };
		}),
	read: (from, name) =>
		from.get(`${name}From`) === RECORDS ? undefined : history.read(from, name),
};

const textOf = (label: string, name: keyof Texts, changes: Changes = {}): Field<string> =>
	optionalText(label, { default: DEFAULT_TEXTS[name], ...changes });

/** What followers read. */
const texts = collection('Texts', 'Add text', {
	heading: textOf('Heading', 'heading'),
	fresh: textOf('Reason: Fresh', 'fresh'),
	popular: textOf('Reason: Popular', 'popular'),
	together: textOf('Reason: Read Together', 'together', {
		hint: '{title} becomes what the person read before',
	}),
	tags: textOf('Reason: Tags', 'tags', { hint: '{tag} becomes the tag that fits best' }),
});

/** The only option that may differ from item to item. */
const exclude: Field<string[]> = field(
	{
		displayName: 'Exclude Item IDs',
		type: 'string',
		default: '',
		placeholder: 'e.g. article-12, coupon-3',
		description: 'Comma-separated IDs from the catalogue that are never recommended',
	},
	listOf,
);

const { diversity, freshHalfLife, interestHalfLife, now } = scoringOptions;

const options = collection('Options', 'Add option', {
	diversity,
	exclude,
	freshHalfLife,
	interestHalfLife,
	repeatKnown: flag(
		'May Repeat What Is Known',
		false,
		"Whether what a person has read, clicked or bought may come again when the days of 'No Repeat' are over",
	),
	noRepeatDays: ranged(
		'No Repeat (Days)',
		{ fallback: NO_REPEAT_DAYS },
		{
			typeOptions: { minValue: 0 },
			description: 'Days before something that was shown may be recommended again; 0 for no limit',
		},
	),
	now,
});

/** For whom; the tool of an agent gets an item that names nobody. */
const openId = optionalText('OpenID', {
	placeholder: "e.g. {{ $('WeChat Official Account Trigger').item.json.wechat.openId }}",
	description: "Left out, 'openId' of the item is taken",
});

/** The fields of *Recommend*. */
export const recommendFields = {
	openId,
	catalogue,
	history: historyOrRecords,
	count,
	weights,
	texts,
	options,
};

export type RecommendValues = ValuesOf<typeof recommendFields>;

/** What holds for everybody in a run. */
export function settingsOf(values: RecommendValues): Settings {
	const { noRepeatDays = NO_REPEAT_DAYS, repeatKnown = false } = values.options;
	return { ...scoringOf(values), noRepeatDays, repeatKnown };
}

/** What followers read; what is not filled in is as the fields show it. */
export function textsOf({ texts: given }: RecommendValues): Texts {
	return {
		heading: given.heading ?? DEFAULT_TEXTS.heading,
		fresh: given.fresh ?? DEFAULT_TEXTS.fresh,
		popular: given.popular ?? DEFAULT_TEXTS.popular,
		together: given.together ?? DEFAULT_TEXTS.together,
		tags: given.tags ?? DEFAULT_TEXTS.tags,
	};
}

/**
 * The person of an item, and IDs that they must not get.
 *
 * @throws UserInputError without an OpenID
 */
export function personFor(
	json: Row,
	itemIndex: number,
	{ openId: given, options: { exclude: excluded } }: Pick<RecommendValues, 'openId' | 'options'>,
): Person {
	const named = given.trim() === '' ? json : { ...json, openId: given.trim() };
	return personOf(named, itemIndex, excluded ?? []);
}
