import type { IDataObject } from 'n8n-workflow';
import type { Note } from '../note';

/** What is sent to a robot. */
export interface RobotCall {
	/** Added to the address. */
	query: Readonly<Record<string, string>>;
	body: IDataObject;
}

/** A kind of group robot. */
export interface Robot {
	/** As it stands in the output. */
	name: string;
	/** As errors call it. */
	label: string;
	/** Hosts that its webhook may have. */
	hosts: readonly string[];
	/** Messages that it takes in a minute. */
	perMinute: number;
	/** Bytes of UTF-8 that the text of a note may have, so that all of the message fits. */
	maxTextBytes: number;
	/** The message of a note. @throws UserInputError for what it cannot do */
	message(note: Note): IDataObject;
	/** The message with what proves that it is from us. @param now epoch milliseconds */
	signed(message: IDataObject, secret: string, now: number): RobotCall;
	/** Number and words by which an answer refuses a message; undefined when it took it. */
	refusal(answer: IDataObject): { code: number; words: string } | undefined;
	/** What to do about a refusal, by its number. */
	advice: Readonly<Record<number, string>>;
}

/** The refusal of an answer whose fields have these names. */
export function refusalIn(
	answer: IDataObject,
	codeName: string,
	wordsName: string,
): { code: number; words: string } | undefined {
	const code = Number(answer[codeName] ?? Number.NaN);
	if (code === 0) return undefined;
	return { code: Number.isNaN(code) ? -1 : code, words: String(answer[wordsName] ?? '') };
}
