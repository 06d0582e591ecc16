const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The platform's time: real time, moved by tests. */
export class Clock {
	private offset = 0;

	/** Epoch milliseconds. */
	now(): number {
		return Date.now() + this.offset;
	}

	seconds(): number {
		return Math.floor(this.now() / 1_000);
	}

	advance(milliseconds: number): void {
		this.offset += milliseconds;
	}

	/** `yyyy-MM-dd` in Shanghai, which has known no summer time since 1991. */
	day(epochMs = this.now()): string {
		return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
	}

	daysAgo(days: number): string {
		return this.day(this.now() - days * DAY_MS);
	}
}
