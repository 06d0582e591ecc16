import { DAY_MS } from '../../shared/calendar/days';
import { toMatchText } from '../../shared/text/normalise';
import type { Interaction } from './interactions';
import { isChatAnswer, isHandOver, isMessage } from './kinds';

/** What a person wrote within 24 hours and how it was answered. */
export interface Conversation {
	openId: string;
	/** First message, epoch milliseconds; the conversation lasts 24 hours. */
	start: number;
	firstAnswerAt?: number;
	isFirstAnswerAuto: boolean;
	firstPersonAnswerAt?: number;
	/** Within the 24 hours. */
	wentToPerson: boolean;
	repeatedQuestion: boolean;
	/** The last message has got no answer within the 24 hours. */
	isOpen: boolean;
}

/** How long a conversation lasts from its first message. */
export const CONVERSATION = DAY_MS;

class Running {
	readonly conversation: Conversation;
	private readonly questions = new Set<string>();

	constructor({ openId, at }: Interaction) {
		this.conversation = {
			openId,
			start: at,
			isFirstAnswerAuto: false,
			wentToPerson: false,
			repeatedQuestion: false,
			isOpen: true,
		};
	}

	isOver(at: number): boolean {
		return at >= this.conversation.start + CONVERSATION;
	}

	message({ text }: Interaction): void {
		const question = toMatchText(text);
		if (question !== '' && this.questions.has(question)) this.conversation.repeatedQuestion = true;
		this.questions.add(question);
		this.conversation.isOpen = true;
	}

	answer({ at, isAuto }: Interaction): void {
		const { conversation } = this;
		if (conversation.firstAnswerAt === undefined) {
			conversation.firstAnswerAt = at;
			conversation.isFirstAnswerAuto = isAuto;
		}
		if (!isAuto) conversation.firstPersonAnswerAt ??= at;
		if (this.isOver(at)) return;
		conversation.isOpen = false;
		if (!isAuto) conversation.wentToPerson = true;
	}

	handOver(at: number): void {
		if (!this.isOver(at)) this.conversation.wentToPerson = true;
	}
}

/**
 * Cuts the messages of each person into conversations of 24 hours from a first message. An answer that
 * comes later still answers the last conversation.
 *
 * @param rows in order of time
 * @returns in order of their start
 */
export function conversationsOf(rows: readonly Interaction[]): Conversation[] {
	const conversations: Conversation[] = [];
	const running = new Map<string, Running>();
	for (const row of rows) {
		let current = running.get(row.openId);
		if (isMessage(row)) {
			if (!current || current.isOver(row.at)) {
				current = new Running(row);
				running.set(row.openId, current);
				conversations.push(current.conversation);
			}
			current.message(row);
		} else if (isChatAnswer(row)) {
			current?.answer(row);
		} else if (isHandOver(row)) {
			current?.handOver(row.at);
		}
	}
	return conversations;
}
