import { UserInputError } from '../../../shared/inputError';
import { RowReader, type Row } from '../../../shared/rows/row';
import {
	answerWords,
	Choices,
	isWordless,
	letterOf,
	MAX_CHOICES,
	namesIn,
	signOf,
} from '../../../shared/commands/choices';
import { wantsNoMore } from '../../../shared/commands/wishes';

export interface Question {
	id: string;
	question: string;
	/** In the order of the bank; empty for a question that is answered in words. */
	choices: Choices;
	/** Position of the right choice; -1 for a question that is answered in words. */
	right: number;
	/** The right answer, and others that count as right, as people would write them. */
	answers: string[];
	points: number;
	explanation: string;
}

/** Columns for the choices of a question: `optionA`, `optionB`, … */
const OPTION_COLUMNS = [...'ABCDEFGH'].map((letter) => `option${letter}`);

function optionsOf(reader: RowReader): string[] {
	const { options } = reader.row;
	if (Array.isArray(options)) return options.map(String);
	if (reader.has('options')) {
		return reader
			.text('options')
			.split(/[\n|｜]/)
			.map((option) => option.trim())
			.filter((option) => option !== '');
	}
	return OPTION_COLUMNS.filter((column) => reader.has(column)).map((column) => reader.text(column));
}

function checkOptions(reader: RowReader, { texts: options, names }: Choices): void {
	if (options.length === 1 || options.length > MAX_CHOICES) {
		throw reader.error(
			'options',
			`has ${options.length === 1 ? 'one choice' : `${options.length} choices`}`,
			`Give 2 to ${MAX_CHOICES} choices, or none for a question that is answered in words.`,
		);
	}
	if (new Set(names).size < options.length) {
		throw reader.error('options', 'has the same choice twice', 'Make the choices differ.');
	}
}

function readQuestion(row: Row, position: number): Question {
	const reader = new RowReader(row, `Question ${position + 1}`);
	const options = optionsOf(reader);
	const choices = new Choices(options);
	checkOptions(reader, choices);
	const answer = reader.text('answer').trim();
	const right = choices.find(answer) ?? -1;
	if (options.length > 0 && right < 0) {
		throw reader.error(
			'answer',
			`is "${answer}", which is none of the choices`,
			`Use the text of a choice or its letter (A to ${letterOf(options.length - 1)}).`,
		);
	}
	const chosen = options[right];
	return {
		id: reader.text('id'),
		question: reader.text('question'),
		choices,
		right,
		answers: chosen === undefined ? answer.split(/[|｜]/).map((text) => text.trim()) : [chosen],
		points: reader.number('points', { fallback: 1, min: 0 }),
		explanation: reader.text('explanation', ''),
	};
}

/** All questions of a quiz. */
export class Bank {
	/** Everything that is an answer to some question. */
	private readonly answers = new Set<string>();

	private readonly takesWords: boolean;

	constructor(readonly questions: ReadonlyMap<string, Question>) {
		const all = [...questions.values()];
		this.takesWords = all.some(({ right }) => right < 0);
		for (const { choices, right, answers } of all) {
			for (const name of choices.names) this.answers.add(name);
			if (right < 0) for (const answer of answers) this.answers.add(answerWords(answer));
		}
	}

	/** Whether a text is a choice of any question, or a letter of one. */
	names(text: string): boolean {
		const words = answerWords(text);
		if (words === '') return false;
		return signOf(words) !== undefined || namesIn(words).some((name) => this.answers.has(name));
	}

	/**
	 * Whether a text may answer any question. It depends on nothing that arrives later. A face is no answer in words,
	 * and neither is the wish to get no more messages.
	 */
	takes(text: string): boolean {
		return this.names(text) || (this.takesWords && !isWordless(text) && !wantsNoMore(text));
	}
}

/**
 * Reads a question bank: columns `id`, `question`, `options` (a list, or a text with | or line breaks) or
 * `optionA` … `optionH`, `answer` (a choice or its letter; for a question without choices, accepted answers with
 * | between), `points` (1), `explanation`.
 *
 * @throws UserInputError naming the question and the column
 */
export function readBank(rows: Row[]): Bank {
	if (rows.length === 0) {
		throw new UserInputError("'Questions' is empty", 'Add at least one question.');
	}
	const questions = new Map<string, Question>();
	rows.forEach((row, position) => {
		const question = readQuestion(row, position);
		if (questions.has(question.id)) {
			throw new UserInputError(
				`[Question ${position + 1}] 'id' is "${question.id}", as in an earlier question`,
				'Give every question an ID of its own.',
			);
		}
		questions.set(question.id, question);
	});
	return new Bank(questions);
}
