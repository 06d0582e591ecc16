import { answerWords, isWordless, namesIn } from '../../../shared/commands/choices';
import { wantsNoMore } from '../../../shared/commands/wishes';
import { SeededRandom } from '../random';
import { staleRowError, type ActivityRow } from '../row';
import type { Asked, QuizRules } from './attempt';

/** Which questions an attempt asks, in order; follows from the row that starts it. */
export function questionsFor(key: string, rules: QuizRules): string[] {
	const ids = [...rules.bank.questions.keys()];
	const count = rules.questionCount > 0 ? Math.min(rules.questionCount, ids.length) : ids.length;
	return rules.shufflesQuestions
		? new SeededRandom(rules.seed, `${key}|questions`).sample(ids, count)
		: ids.slice(0, count);
}

/** A question as the person of a row sees it. @throws when the bank no longer has it */
export function ask(row: ActivityRow, id: string, rules: QuizRules): Asked {
	const question = rules.bank.questions.get(id);
	if (!question) {
		throw staleRowError(
			row,
			`names the question "${id}", which is not in 'Questions'`,
			'Keep the questions of an activity until it is over.',
		);
	}
	const { choices, right } = question;
	if (!rules.shufflesOptions) return { question, choices, right };
	const order = new SeededRandom(rules.seed, `${row.key}|${id}`).sample([...choices.texts.keys()]);
	return { question, choices: choices.inOrder(order), right: order.indexOf(right) };
}

/** The questions that a row says. */
export function idsOf(row: ActivityRow): string[] {
	const { questions } = row.data;
	return Array.isArray(questions) ? questions.map(String) : [];
}

/** Whether a text is right; undefined when it is no answer at all. */
export function judge(text: string, { question, choices, right }: Asked): boolean | undefined {
	if (right < 0) {
		const accepted = question.answers.map(answerWords);
		if (namesIn(answerWords(text)).some((name) => accepted.includes(name))) return true;
		return isWordless(text) || wantsNoMore(text) ? undefined : false;
	}
	const position = choices.find(text);
	return position === undefined ? undefined : position === right;
}
