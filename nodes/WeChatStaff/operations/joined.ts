import sortBy from 'lodash/sortBy';
import { attempt, type Attempt } from '../../shared/records/attempt';
import { bytesOf, bytesOfText, type Link, type Note } from '../../shared/staff/note';
import type { Recipient } from './notice';

/** What one item adds to a message. */
export interface Part {
	text: string;
	link?: Link;
}

/** Entries of one message: more is read by nobody. */
const MAX_PARTS = 10;
const GAP = '\n\n';

const sizeOf = ({ text, link }: Part): number =>
	bytesOfText(text) + GAP.length + 4 + (link ? bytesOf(link) : 0);

/** Parts that go into one message each. */
export function messagesOf<P extends Part>(parts: readonly P[], maxBytes: number): P[][] {
	const messages: P[][] = [];
	let room = 0;
	for (const part of parts) {
		const last = messages.at(-1);
		const size = sizeOf(part);
		if (last && size <= room && last.length < MAX_PARTS) last.push(part);
		else {
			messages.push([part]);
			room = maxBytes;
		}
		room -= size;
	}
	return messages;
}

/** One message of several parts: numbered, and their links with the same numbers. */
export function noteOf(parts: readonly Part[], head: Omit<Note, 'links' | 'text'>): Note {
	const isOne = parts.length === 1;
	const texts = parts.map(({ text }, position) => (isOne ? text : `${position + 1}. ${text}`));
	const links = parts.flatMap(({ link }, position): Link[] =>
		link ? [isOne ? link : { ...link, label: `${link.label} ${position + 1}` }] : [],
	);
	return { ...head, text: texts.join(GAP), links };
}

interface Waiting extends Part {
	position: number;
	settle(outcome: Attempt<{ sentTo: string }>): void;
}

/**
 * Joins what several calls want to send. Each of them either asks for its part to be sent, or says that it has
 * none: when all have done so, what was asked for goes out in as few messages as it fits into.
 */
export class JoinedMessages {
	private readonly waiting: Waiting[] = [];
	private open: number;

	constructor(
		private readonly recipient: Recipient,
		private readonly head: Omit<Note, 'links' | 'text'>,
		callers: number,
	) {
		this.open = callers;
	}

	/**
	 * Sends a part, together with those of the others.
	 *
	 * @param position of its caller: parts come in this order, whoever asked first
	 */
	async send(part: Part, position: number): Promise<{ sentTo: string }> {
		const outcome = await new Promise<Attempt<{ sentTo: string }>>((settle) => {
			this.waiting.push({ ...part, position, settle });
			this.oneLess();
		});
		if ('error' in outcome) throw outcome.error;
		return outcome.value;
	}

	/** There is nothing of this caller to be sent. */
	skip(): void {
		this.oneLess();
	}

	private oneLess(): void {
		this.open -= 1;
		if (this.open === 0) void this.flush();
	}

	/** An error is told to those whose message it was. */
	private async flush(): Promise<void> {
		const inOrder = sortBy(this.waiting, 'position');
		for (const parts of messagesOf(inOrder, this.recipient.maxTextBytes)) {
			const outcome = await attempt(async () => {
				await this.recipient.isReady();
				return await this.recipient.send(noteOf(parts, this.head));
			});
			for (const { settle } of parts) settle(outcome);
		}
	}
}
