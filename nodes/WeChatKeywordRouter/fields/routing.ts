import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import {
	choice,
	collection,
	field,
	optionalText,
	type OptionalValuesOf,
} from '../../shared/operations/fields';
import type { DecisionTexts } from '../engine/decision';
import { CARING_TEXT } from '../../shared/text/urgent/caring';
import { DEFAULT_SETTINGS } from '../engine/router';
import type { RouterSettings } from '../engine/types';

const { answerFrom, offerFrom, mostCandidates, levelWeights } = DEFAULT_SETTINGS;

/** What the follower wrote; undefined when it is to be taken from the item. */
export const text = field(
	{
		displayName: 'Text',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.question }}',
		description:
			'What the follower wrote, or said in a voice message that WeChat has recognized. Leave empty to take it from the item: of a message trigger, a comment or a stored row.',
	},
	(value) => (value === '' ? undefined : value),
);

const TEXTS = {
	heading: '您是不是想问：',
	footer: '都不是？回复“人工”，为您转接客服',
	handOver: '好的，正在为您转接人工客服，请稍等～',
	inDanger: CARING_TEXT,
};

const replyFields = {
	footer: optionalText('Candidates Footer', {
		default: TEXTS.footer,
		description: 'The line below the candidates',
	}),
	heading: optionalText('Candidates Heading', {
		default: TEXTS.heading,
		description: 'The line above the candidates',
	}),
	inDanger: optionalText('Follower in Danger', {
		typeOptions: { rows: 3 },
		default: TEXTS.inDanger,
		description:
			'When the message sounds as if its writer, or somebody near, may hurt themselves. Such a message is never answered by a keyword.',
	}),
	handOver: optionalText('Hand-Over Text', {
		default: TEXTS.handOver,
		description: 'What a follower reads when a person takes over',
	}),
};

export const replies = collection('Replies', 'Add reply', replyFields, {
	description: 'What followers read besides the replies of the keywords',
});

const optionFields = {
	answerFrom: ranged(
		'Answer From',
		{ fallback: answerFrom, max: 1 },
		{ description: 'How much a question has to resemble one of the library to be answered' },
	),
	mostCandidates: ranged(
		'Candidates',
		{ fallback: mostCandidates, min: 1, max: 10, integer: true },
		{ description: 'How many keywords are offered when none is sure' },
	),
	offerAs: choice(
		'Candidates As',
		[
			{
				name: 'Links to Tap',
				value: 'links',
				description: 'For chats; the number can be written back, too',
			},
			{
				name: 'Numbers',
				value: 'numbers',
				description: 'Where links are not possible, e.g. in replies to comments',
			},
		],
		'links',
		{ description: 'How the candidates are shown' },
	),
	now,
	offerFrom: ranged(
		'Offer From',
		{ fallback: offerFrom, max: 1 },
		{ description: 'How much a question has to resemble one of the library to be offered' },
	),
	brand: ranged(
		'Weight of Brand',
		{ fallback: levelWeights.brand },
		{ description: 'How much a keyword counts that names the brand' },
	),
	function: ranged(
		'Weight of Function',
		{ fallback: levelWeights.function },
		{ description: 'How much a keyword counts that names what can be done or asked' },
	),
	product: ranged(
		'Weight of Product',
		{ fallback: levelWeights.product },
		{ description: 'How much a keyword counts that names a product' },
	),
};

export const options = collection('Options', 'Add option', optionFields);

/** What is filled in there; what is not counts as the default. */
export interface RoutingValues {
	readonly replies: OptionalValuesOf<typeof replyFields>;
	readonly options: OptionalValuesOf<typeof optionFields>;
}

export function settingsOf({ options: given }: RoutingValues): RouterSettings {
	return {
		levelWeights: {
			brand: given.brand ?? levelWeights.brand,
			product: given.product ?? levelWeights.product,
			function: given.function ?? levelWeights.function,
		},
		answerFrom: given.answerFrom ?? answerFrom,
		offerFrom: given.offerFrom ?? offerFrom,
		mostCandidates: given.mostCandidates ?? mostCandidates,
	};
}

export function textsOf({
	replies: given,
	options: { offerAs = 'links' },
}: RoutingValues): DecisionTexts {
	return {
		heading: given.heading ?? TEXTS.heading,
		footer: given.footer ?? TEXTS.footer,
		handOver: given.handOver ?? TEXTS.handOver,
		inDanger: given.inDanger ?? TEXTS.inDanger,
		offerAs,
	};
}
