import { Commands } from '../../shared/commands/commands';
import { UserInputError } from '../../shared/inputError';

/** An answer that a question offers. */
interface Offered {
	id: string;
	content: string;
}

/** What came back: the words, and the ID when they were tapped. */
interface Given {
	answer: string;
	answerId: string;
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value.trim() === '' ? '[]' : value);
	} catch {
		return undefined;
	}
}

function isOffered(value: unknown): value is Offered {
	return typeof value === 'object' && value !== null && 'id' in value && 'content' in value;
}

/** The answers of a row of *Ask in Chat*: a list, or its JSON. @throws UserInputError for something else */
export function answersOfRow(value: unknown): Offered[] {
	const list = parsed(value ?? []);
	if (Array.isArray(list) && list.every(isOffered)) {
		return list.map(({ id, content }) => ({ id: String(id), content: String(content).trim() }));
	}
	throw new UserInputError(
		"'Answers' is not a list of { id, content }",
		"Give the field answers of the row returned by 'Ask in Chat'.",
	);
}

/**
 * The offered answer that was given: the tapped one, or the one whose words were written, in any writing, and
 * nothing else. An ID that was
 * not offered is no answer, whatever the words are: links can be forged. Where nothing was offered, every answer counts.
 */
export function answerAmong(offered: Offered[], given: Given): Given | undefined {
	if (offered.length === 0) return given;
	const { answer, answerId } = given;
	const found = answerId
		? offered.find(({ id }) => id === answerId)
		: offered.find(({ content }) => new Commands([content]).isExactly(answer));
	return found && { answer: found.content, answerId: found.id };
}
