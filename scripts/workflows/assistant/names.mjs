import { COMMANDS } from '../lib/routing.mjs';
import { sentAtCode } from '../lib/settings.mjs';

export const ASK = 'When somebody asks the assistant';
export const ROUTER = 'Look in the library';
export const LIBRARY = 'Keyword library';
export const QUESTION = 'Question';
export const WAIT = 'Ask for patience';
export const QUESTIONS = 'wechat_assistant_questions';

/** Outputs of WeChat Text Insight. */
export const MOODS = 4;

/** JavaScript for the message to the assistant, its sender, its key, its time, and what is asked. */
export const message = `$('${ASK}').first().json`;
export const openId = `${message}.wechat.openId`;
export const key = `${message}.wechat.dedupeKey`;
export const at = sentAtCode(ASK);
export const question = `$('${QUESTION}').first().json.question`;

/** JavaScript for the question as it left the router, by whichever of its first three outputs. */
export const routed = `[0, 1, 2].flatMap((output) => $('${ROUTER}').all(output))[0].json`;

/** JavaScript for the words by which the assistant is called, as a regular expression. */
export const ADDRESS = `/${COMMANDS.assistant}[，,：:\\s]*/`;
