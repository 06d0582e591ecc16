/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { randomBytes } from 'node:crypto';
import { check, isObject, type Json } from './check';
import { mayCall } from './access';
import { base } from './endpoints/base';
import { account } from './endpoints/account';
import { broadcasts } from './endpoints/broadcasts';
import { comments } from './endpoints/comments';
import { customerService } from './endpoints/customerService';
import { drafts } from './endpoints/drafts';
import type { Endpoint, FileAnswer } from './endpoints/endpoint';
import { language } from './endpoints/language';
import { links } from './endpoints/links';
import { media } from './endpoints/media';
import { menus } from './endpoints/menus';
import { messages } from './endpoints/messages';
import { publications } from './endpoints/publications';
import { statistics } from './endpoints/statistics';
import { templateMessages } from './endpoints/templateMessages';
import { templates } from './endpoints/templates';
import { tags } from './endpoints/tags';
import { users } from './endpoints/users';
import { isMultipart, parseMultipart } from './multipart';
import { fail, PlatformError, textOf } from './errors';
import { Faults, type Fault } from './faults';
import { push } from './push';
import { State } from './state';

const ENDPOINTS: Record<string, Endpoint> = {
	...account,
	...base,
	...broadcasts,
	...comments,
	...customerService,
	...drafts,
	...language,
	...links,
	...media,
	...menus,
	...messages,
	...publications,
	...statistics,
	...tags,
	...templateMessages,
	...templates,
	...users,
};

export interface Request {
	method: string;
	path: string;
	query: Record<string, string>;
	body: Buffer;
	contentType: string;
}

export type Answer = { json: Json } | FileAnswer | { raw: string; status: number } | 'reset';

/** One call in the journal. The token is left out, as a journal gets printed. */
export interface JournalEntry {
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	errcode: number | string;
}

const rid = () => [4, 4, 4].map((length) => randomBytes(length).toString('hex')).join('-');

function parseBody(text: string): Json {
	if (text === '') fail(44002);
	if (/\\u[0-9a-f]{4}/i.test(text)) fail(40033);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		value = undefined;
	}
	return isObject(value) ? value : fail(47001);
}

/** The platform: state, rules, faults and a record of every call. */
export class Platform {
	state = new State();

	readonly faults = new Faults();

	journal: JournalEntry[] = [];

	/** Where it can be reached; empty without a network. */
	url = '';

	/** Told by how many milliseconds the platform's time is ahead of the machine's, when a person has moved it. */
	onClockMoved?: (ahead: number) => Promise<void>;

	/** Pushes that endpoints have caused and that are under way. */
	private readonly pushes = new Set<Promise<unknown>>();

	reset(): void {
		this.state.clock.stop();
		this.state = new State();
		this.faults.clear();
		this.journal = [];
	}

	/** Moves the time forward, and that of whoever lives by it. */
	async advance(milliseconds: number): Promise<void> {
		const { clock } = this.state;
		clock.advance(milliseconds);
		await this.onClockMoved?.(clock.now() - Date.now());
	}

	/** Resolves when every push caused so far has been delivered or given up. */
	async settled(): Promise<void> {
		await Promise.all(this.pushes);
	}

	async handle(request: Request): Promise<Answer> {
		this.state.clock.catchUp();
		const fault = this.faults.take(request.path);
		if (fault?.latencyMs) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
		const answer = this.answerWith(request, fault);
		const outcome = answer === 'reset' ? 'reset' : 'json' in answer ? answer.json.errcode : 0;
		const query = { ...request.query };
		for (const name of ['access_token', 'secret', 'refresh_token']) delete query[name];
		this.journal.push({
			at: new Date(this.state.clock.now()).toISOString(),
			method: request.method,
			path: request.path,
			query,
			body: journalBody(request),
			errcode: (outcome as number | string | undefined) ?? 0,
		});
		return answer;
	}

	private answerWith(request: Request, fault: Fault | undefined): Answer {
		if (fault?.reset === 'before') return 'reset';
		if (fault?.status !== undefined || fault?.body !== undefined) {
			return { raw: fault.body ?? '', status: fault.status ?? 200 };
		}
		if (fault?.revokeToken) {
			const token = this.state.tokens.find(({ value }) => value === request.query.access_token);
			if (token) token.expiresAt = 0;
			if (token) token.isRevoked = true;
		}
		const answer = this.answerOrRefuse(request, fault);
		return fault?.reset === 'after' ? 'reset' : answer;
	}

	private answerOrRefuse(request: Request, fault: Fault | undefined): Answer {
		try {
			if (fault?.errcode !== undefined) {
				fail(fault.errcode, fault.errmsg ?? textOf(fault.errcode), fault.data);
			}
			return this.call(request);
		} catch (error) {
			const known =
				error instanceof PlatformError ? error : new PlatformError(-1, `a bug: ${String(error)}`);
			if (known.errcode === 404) return { raw: known.errmsg, status: 404 };
			const errmsg = `${known.errmsg} rid: ${rid()}`;
			return { json: { errcode: known.errcode, errmsg, ...known.data } };
		}
	}

	private call({ method, path, query, body, contentType }: Request): Answer {
		const endpoint = ENDPOINTS[path] ?? fail(40066);
		const { method: expected } = endpoint;
		if (expected !== 'ANY' && expected !== method) fail(expected === 'GET' ? 43001 : 43002);
		if (endpoint.needsToken !== false) this.checkToken(query.access_token ?? '');
		if (!mayCall(this.state.account, path, endpoint.isForServiceAccounts)) fail(48001);
		this.count(path);
		this.checkQuery(endpoint, query);
		const upload = isMultipart(contentType) ? parseMultipart(body, contentType) : undefined;
		const answer = endpoint.answer({
			query,
			body: upload || method === 'GET' ? {} : this.readBody(endpoint, body.toString('utf8')),
			...upload,
			state: this.state,
			accessToken: query.access_token ?? '',
			pushLater: (fields) => this.pushLater(fields),
		});
		return 'file' in answer ? (answer as FileAnswer) : { json: answer };
	}

	private checkToken(value: string): void {
		if (value === '') fail(41001);
		const token = this.state.tokens.find((issued) => issued.value === value);
		if (!token || token.isRevoked) fail(40001);
		if (token.expiresAt <= this.state.clock.now()) fail(42001);
	}

	private readBody({ body: expected }: Endpoint, text: string): Json {
		if (text === '' && !expected) return {};
		const body = parseBody(text);
		const shape = typeof expected === 'function' ? expected(body) : (expected ?? {});
		check(body, shape, this.state.settings.isStrict);
		return body;
	}

	private checkQuery({ query: names = [] }: Endpoint, query: Record<string, string>): void {
		const known = new Set(['access_token', ...names.map((name) => name.replace('?', ''))]);
		for (const name of this.state.settings.isStrict ? Object.keys(query) : []) {
			if (!known.has(name)) fail(40097, `invalid args: unknown parameter ${name}`);
		}
		for (const name of names) {
			if (!name.endsWith('?') && !query[name]) fail(40097, `invalid args: missing ${name}`);
		}
	}

	private count(path: string): void {
		const key = `${this.state.clock.day()} ${path}`;
		const used = this.state.used.get(key) ?? 0;
		if (used >= (this.state.quotas[path] ?? Number.POSITIVE_INFINITY)) fail(45009);
		this.state.used.set(key, used + 1);
	}

	private pushLater(fields: Json): void {
		if (this.state.callback.url === '') return;
		const { state } = this;
		const delivery = new Promise((resolve) => setTimeout(resolve, 50)).then(
			async () => await push(state, fields),
		);
		this.pushes.add(delivery);
		void delivery.finally(() => this.pushes.delete(delivery));
	}
}

function journalBody({ path, body, contentType }: Request): unknown {
	if (/(token|clear_quota\/v2)$/.test(path)) return '(keys)';
	if (isMultipart(contentType)) {
		const { file, form } = parseMultipart(body, contentType);
		return {
			...form,
			...(file ? { [file.name]: `${file.fileName} ${file.data.length} bytes` } : {}),
		};
	}
	const text = body.toString('utf8');
	try {
		return text === '' ? null : JSON.parse(text);
	} catch {
		return text.slice(0, 200);
	}
}
