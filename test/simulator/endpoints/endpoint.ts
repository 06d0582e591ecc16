import type { Json, Shape } from '../check';
import type { UploadedFile } from '../multipart';
import type { State } from '../state';

export interface Call {
	query: Record<string, string>;
	body: Json;
	/** Of an upload: the file and the other fields. */
	file?: UploadedFile;
	form?: Record<string, string>;
	state: State;
	/** The token the call came with. */
	accessToken: string;
	/** Pushes an event to the account's server after the answer. */
	pushLater(fields: Json): void;
}

export interface FileAnswer {
	file: Buffer;
	contentType: string;
	fileName: string;
}

export interface Endpoint {
	/** `ANY` where the platform takes both. */
	method: 'GET' | 'POST' | 'ANY';
	/** False for what is called without an access token. */
	needsToken?: boolean;
	/** True for what only a verified service account may call. */
	isForServiceAccounts?: boolean;
	/** Query parameters besides the token; a trailing `?` makes one optional. */
	query?: string[];
	/** What the body of a POST has to hold; depends on the body where a field says what the others are. */
	body?: Shape | ((body: Json) => Shape);
	answer(call: Call): Json | FileAnswer;
}

export type Endpoints = Record<string, Endpoint>;

export const OK = { errcode: 0, errmsg: 'ok' };

export const isFile = (answer: Json | FileAnswer): answer is FileAnswer => 'file' in answer;
