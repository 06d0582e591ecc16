import { max } from 'lodash';
import { MINUTE_MS } from '../../shared/calendar/days';
import type { Hit, Keyword, Message } from './types';

/** Earlier answers by person and keyword. A row that comes twice counts once. */
export class HitBook {
	private readonly times = new Map<string, Array<{ key: string; at: number }>>();
	private readonly seen = new Set<string>();

	constructor(hits: readonly Hit[]) {
		for (const hit of hits) this.add(hit);
	}

	add({ key, openId, at, status, keywordId }: Hit): void {
		if (status !== 'matched' || this.seen.has(key)) return;
		this.seen.add(key);
		const place = placeOf(openId, keywordId);
		const known = this.times.get(place);
		if (known) known.push({ key, at });
		else this.times.set(place, [{ key, at }]);
	}

	/** How often this keyword answered this person before this message. */
	countBefore(message: Message, keyword: Keyword): number {
		return this.before(message, keyword).length;
	}

	/** Minutes since this keyword last answered this person, while its cooldown lasts. */
	cooling(message: Message, keyword: Keyword): number | undefined {
		if (keyword.cooldownMinutes === 0) return undefined;
		const last = max(this.before(message, keyword).map(({ at }) => at));
		if (last === undefined) return undefined;
		const minutes = (message.at - last) / MINUTE_MS;
		return minutes < keyword.cooldownMinutes ? Math.floor(minutes) : undefined;
	}

	/** The message itself may be among the rows when it is delivered again; it does not count. */
	private before(message: Message, keyword: Keyword): Array<{ key: string; at: number }> {
		const known = this.times.get(placeOf(message.openId, keyword.id)) ?? [];
		return known.filter(({ key, at }) => key !== message.key && at <= message.at);
	}
}

const placeOf = (openId: string, keywordId: string): string => `${openId}\n${keywordId}`;
