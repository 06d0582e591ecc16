import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { HOUR_MS } from '../../shared/calendar/days';

/** What a page knew when it was made. It comes back with what is sent from it. */
export interface Form {
	/** Stands for the case. */
	ref: string;
	/** Stands for the last answer that was known; see `markOf`. */
	mark: string;
	/** When the follower had last written, epoch milliseconds. */
	lastAt: number;
	/** Another one for every page. */
	id: string;
	/** When the page was made, epoch milliseconds. */
	madeAt: number;
}

/** A page that lies open for longer is looked at again before anything is sent from it. */
export const FORM_MS = 24 * HOUR_MS;

const MARK_LENGTH = 16;

/** A short text that stands for another one. */
export const digestOf = (text: string): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, MARK_LENGTH);

/** Refs and forms that nobody else can make: they are made with a secret of the account. */
export class Seal {
	constructor(private readonly secret: string) {}

	/** Stands for a case where its key, which holds an OpenID, should not be seen: in an address. */
	refOf(caseKey: string): string {
		return this.codeOf('case', caseKey).slice(0, MARK_LENGTH);
	}

	/** A form of its own for a page. */
	formOf(known: Pick<Form, 'lastAt' | 'mark' | 'ref'>, now: number): string {
		const { ref, mark, lastAt } = known;
		const text = [ref, mark, lastAt, randomUUID(), now].join('.');
		return `${text}.${this.codeOf('form', text)}`;
	}

	/** What a form says; undefined for one that was not made here. */
	read(sealed: string): Form | undefined {
		const end = sealed.lastIndexOf('.');
		const text = sealed.slice(0, Math.max(end, 0));
		const given = Buffer.from(sealed.slice(end + 1));
		const right = Buffer.from(this.codeOf('form', text));
		if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
		const [ref = '', mark = '', lastAt, id = '', madeAt] = text.split('.');
		return { ref, mark, lastAt: Number(lastAt), id, madeAt: Number(madeAt) };
	}

	private codeOf(what: string, text: string): string {
		return createHmac('sha256', this.secret).update(`inbox ${what}\n${text}`).digest('base64url');
	}
}
