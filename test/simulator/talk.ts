import type { Json } from './check';
import type { Reading } from './reply';
import type { Delivered } from './state';

/** What a follower did (a message, a tap, a code that was scanned), and what became of it. */
export interface Written {
	/** Counts up, also across followers. */
	id: number;
	fields: Json;
	/** Epoch milliseconds, by the platform's clock. */
	at: number;
	/** Undefined while the account's server has not answered. */
	result?: {
		attempts: number;
		/** From the first attempt to the last answer, in real time. */
		milliseconds: number;
		reading: Reading;
	};
	/** The passive reply to it. */
	reply?: Delivered;
}

/** As many of each follower are kept. */
const MOST = 200;

/** What followers wrote and what they call themselves, for the phone: the platform itself does not need it. */
export class Talk {
	readonly names = new Map<string, string>();

	private readonly lists = new Map<string, Written[]>();

	private lastId = 0;

	/** What a follower did, oldest first. */
	of(openId: string): readonly Written[] {
		return this.lists.get(openId) ?? [];
	}

	/** Remembers what a follower does; the result is filled in later. */
	add(openId: string, fields: Json, at: number): Written {
		this.lastId += 1;
		const written: Written = { id: this.lastId, fields, at };
		const list = this.lists.get(openId) ?? [];
		list.push(written);
		if (list.length > MOST) list.shift();
		this.lists.set(openId, list);
		return written;
	}
}
