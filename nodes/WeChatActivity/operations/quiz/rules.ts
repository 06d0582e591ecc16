import { now } from '../../../shared/engagement/fields';
import { UserInputError } from '../../../shared/inputError';
import {
	collection,
	flag,
	integer,
	mapped,
	optionalText,
	type Field,
} from '../../../shared/operations/fields';
import type { Bank } from '../../engine/quiz/bank';
import type { QuizRules } from '../../engine/quiz/attempt';
import { count } from '../../fields/count';
import { endsAt, startsAt } from '../../fields/window';
import { words } from '../../fields/words';
import { HIDDEN_FOR_ITEMS } from '../../onCanvas/knownRows';

/** What has to be the same whenever the rows of a quiz are read. */
const options: Field<Omit<QuizRules, 'bank' | 'pauseWords' | 'startWords'>> = mapped(
	collection('Options', 'Add option', {
		attempts: integer('Attempts', [1, 100_000], {
			description: 'How often a person may play; the best attempt counts',
		}),
		endsAt,
		now,
		questionCount: count('Questions per Attempt', 0, '0 for all questions'),
		secondsPerQuestion: count('Seconds per Question', 0, 'A later answer is wrong; 0 for any time'),
		seed: optionalText('Shuffle By', {
			description:
				'Any word: another one gives another order of questions and choices. Leave empty to use the activity ID.',
		}),
		shufflesOptions: flag(
			'Shuffle Choices',
			true,
			'Whether everybody sees the choices in an order of their own',
		),
		shufflesQuestions: flag(
			'Shuffle Questions',
			true,
			'Whether everybody gets the questions in an order of their own',
		),
		startsAt,
	}),
	(given) => ({
		startsAt: given.startsAt,
		endsAt: given.endsAt,
		attempts: given.attempts ?? 1,
		questionCount: given.questionCount ?? 0,
		secondsPerQuestion: given.secondsPerQuestion ?? 0,
		seed: given.seed ?? '',
		shufflesOptions: given.shufflesOptions ?? true,
		shufflesQuestions: given.shufflesQuestions ?? true,
	}),
);

const START_WORDS = '答题,开始答题';

/** The rules of a quiz, without its questions. */
export const quizFields = {
	startWords: mapped(
		words(
			'Start Words',
			START_WORDS,
			'Comma-separated messages or menu keys that start the quiz, or resume it',
		),
		(list) => {
			if (list.length > 0) return list;
			throw new UserInputError("'Start Words' is empty", 'Enter at least one word.');
		},
	),
	options,
};

export const pauseWords = words(
	'Pause Words',
	'退出答题,暂停答题',
	'Comma-separated messages or menu keys that pause the quiz: until it is resumed nothing is an answer',
	{ displayOptions: HIDDEN_FOR_ITEMS },
);

/** Rules for an activity: the order of questions depends on its ID unless a seed is given. */
export const quizRules = (
	bank: Bank,
	activityId: string,
	values: { startWords: string[]; options: Omit<QuizRules, 'bank' | 'startWords'> },
): QuizRules => ({
	...values.options,
	bank,
	startWords: values.startWords,
	seed: values.options.seed || activityId,
});
