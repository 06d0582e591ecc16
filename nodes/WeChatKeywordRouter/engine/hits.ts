import type { Hit, Keyword, Message } from './types';

const MINUTE = 60_000;

/** Earlier answers by person and keyword. A row that comes twice counts once. */
export class HitBook {
	private readonly times = new Map<string, Array<{ key: string; at: number }>>();

	constructor(hits: readonly Hit[]) {
		const seen = new Set<string>();
		for (const { key, openId, at, status, keywordId } of hits) {
			if (status !== 'matched' || seen.has(key)) continue;
			seen.add(key);
			const place = placeOf(openId, keywordId);
			const known = this.times.get(place);
			if (known) known.push({ key, at });
			else this.times.set(place, [{ key, at }]);
		}
	}

	/** How often this keyword answered this person before this message. */
	countBefore(message: Message, keyword: Keyword): number {
		return this.before(message, keyword).length;
	}

	/** Minutes since this keyword last answered this person, while its cooldown lasts. */
	cooling(message: Message, keyword: Keyword): number | undefined {
		if (keyword.cooldownMinutes === 0) return undefined;
		const last = Math.max(...this.before(message, keyword).map(({ at }) => at));
		const minutes = (message.at - last) / MINUTE;
		return minutes < keyword.cooldownMinutes ? Math.floor(minutes) : undefined;
	}

	/** The message itself may be among the rows when it is delivered again; it does not count. */
	private before(message: Message, keyword: Keyword): Array<{ key: string; at: number }> {
		const known = this.times.get(placeOf(message.openId, keyword.id)) ?? [];
		return known.filter(({ key, at }) => key !== message.key && at <= message.at);
	}
}

const placeOf = (openId: string, keywordId: string): string => `${openId}\n${keywordId}`;
