import { answerFollower } from './handOver/answerFollower.mjs';
import { openCase } from './handOver/openCase.mjs';
import { sentAtCode } from './settings.mjs';

/** JavaScript that tells whether the words of a message are about self-harm. */
export const isInDanger = (insight) =>
	`${insight}.sensitiveWords.some(({ category }) => category === 'selfHarm')`;

/**
 * Hands a chat over to a person: opens a case with a deadline, passes the conversation on while somebody
 * is there or says by when an answer comes, and tells the staff. Used by the workflows that answer chats.
 *
 * @param trigger name of the trigger whose message it is
 * @param line of the canvas
 * @param number of the first of its two notes
 * @param isNegative JavaScript that tells whether the follower complains
 * @param isQuestion JavaScript that tells whether it is a question
 * @param danger JavaScript that tells whether the follower may be in danger
 * @param reply JavaScript for the words when somebody is there
 * @param why JavaScript for the reason, as staff read it
 * @param isAnswered JavaScript that tells whether the follower needs no further words
 * @param canPassOn JavaScript that tells whether the push can still be answered by passing it on
 * @param hasSettings whether the settings have been read before
 * @returns name of the first node
 */
export function handOver(
	w,
	store,
	{
		trigger,
		line,
		number,
		isNegative,
		isQuestion,
		danger,
		reply,
		why,
		isAnswered = 'false',
		canPassOn = 'true',
		hasSettings = false,
	},
) {
	const sent = { message: `$('${trigger}').first().json`, at: sentAtCode(trigger) };
	const opened = openCase(w, store, { ...sent, line, number, isNegative, isQuestion, hasSettings });
	const answered = answerFollower(w, store, {
		...sent,
		line: line + 1,
		number: number + 1,
		danger,
		reply,
		why,
		isAnswered,
		canPassOn,
	});
	w.link(opened.last, answered);
	return opened.first;
}
