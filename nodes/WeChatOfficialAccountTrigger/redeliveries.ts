import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { contentDigest } from '../shared/callback/content';
import { withoutNotices } from '../shared/callback/fields';
import type { Sent } from './ownedResponse';

/** WeChat delivers again within 15 s; ten thousand messages reach back much further than that. */
const MAX_REMEMBERED = 10_000;

/** Longer replies are acknowledged instead of repeated, to keep the window small. */
const MAX_BODY = 4_096;

/**
 * The bounded window by which one process recognizes repeated deliveries. It is an optimization, not a
 * store: after a restart, or on another process, a repeated delivery runs again.
 */
export class Redeliveries {
	private readonly answers = new Map<string, Promise<Sent>>();

	constructor(private readonly capacity = MAX_REMEMBERED) {}

	/** The answer to the first delivery, which may still be under way; undefined for a new message. */
	answerTo(key: string): Promise<Sent> | undefined {
		return this.answers.get(key);
	}

	/** Remembers a first delivery. One that could not be started is forgotten: it has to come again. */
	remember(key: string, sent: Promise<Sent>): void {
		const answer = sent.then(({ status, body }) => {
			if (status >= 500) this.answers.delete(key);
			return { status, body: body.length > MAX_BODY ? '' : body };
		});
		this.answers.set(key, answer);
		const [oldest] = this.answers.keys();
		if (this.answers.size > this.capacity && oldest) this.answers.delete(oldest);
	}
}

/** What the key of an event holds in one form, and the time. */
const IN_KEY = ['CreateTime', 'Event', 'MsgType'];

/**
 * Key of a delivery: WeChat's own key and a digest of the content, as different messages with one id
 * have been seen. The time is left out, so that a delivery stays itself if it is stamped anew.
 *
 * @param trigger what the window is shared by: workflow, node and mode
 */
export function deliveryKey(trigger: string, dedupeKey: string, fields: IDataObject): string {
	const content = omit(withoutNotices(fields), IN_KEY);
	return [trigger, dedupeKey, contentDigest(content)].join('|');
}
