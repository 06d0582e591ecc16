import { UserInputError } from '../../shared/inputError';
import { asText, isRecord } from '../../shared/json';
import { toEpoch } from '../../shared/rows/row';
import { cutText } from '../../shared/text/longest';
import { needsPerson, SELF_HARM, urgentIn } from '../../shared/text/urgent/urgent';

type Json = Readonly<Record<string, unknown>>;

/** A message to the assistant. */
export interface Asked {
	/** Key of its row; the same when the message is delivered again. */
	key: string;
	openId: string;
	/** Epoch milliseconds. */
	at: number;
	question: string;
}

/** @throws UserInputError when the item is no message of a follower */
export function askedIn(json: Json, now: number): Asked {
	const wechat = isRecord(json.wechat) ? json.wechat : {};
	const [openId, messageKey] = [asText(wechat.openId), asText(wechat.dedupeKey)];
	if (openId === '' || messageKey === '') {
		throw new UserInputError(
			'The item is no message of a follower',
			"Put this node behind 'WeChat Official Account Trigger', with nothing in between that changes the item.",
		);
	}
	return {
		key: `ai:${messageKey}`,
		openId,
		at: toEpoch(wechat.receivedAt) ?? now,
		question: cutText(asText(wechat.text) || asText(json.Content)).trim(),
	};
}

/** Whether a list names it; what a text is only like keeps nobody from an answer. */
const isNamed = (found: unknown): boolean => !isRecord(found) || found.isGuess !== true;

/**
 * Why a person should answer, by the question and by what the nodes before have found out; undefined when nothing
 * speaks against the model.
 */
export function whyPerson({ insight, route }: Json, question: string): string | undefined {
	const kinds = urgentIn(question).map(({ kind }) => kind);
	if (kinds.includes(SELF_HARM)) return '可能有轻生或自伤的念头';
	if (kinds.some(needsPerson)) return '紧急';
	if (isRecord(insight)) {
		const { urgency, sensitiveWords } = insight;
		if (urgency === 'high') return '紧急';
		if (Array.isArray(sensitiveWords) && sensitiveWords.some(isNamed)) return '有敏感词';
	}
	if (!isRecord(route)) return undefined;
	if (route.why === 'askedForPerson') return '粉丝要找人工';
	return route.why === 'answeredBefore' ? '粉丝又问了一次' : undefined;
}
