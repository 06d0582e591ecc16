/* eslint-disable @n8n/community-nodes/no-restricted-globals */
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

interface Job {
	/** Epoch milliseconds. */
	at: number;
	work: () => void;
}

/** The platform's time: real time, moved by tests, and what is to happen in it. */
export class Clock {
	private offset = 0;

	private jobs: Job[] = [];

	private timer?: NodeJS.Timeout;

	/** Epoch milliseconds. */
	now(): number {
		return Date.now() + this.offset;
	}

	seconds(): number {
		return Math.floor(this.now() / 1_000);
	}

	/** Moves the time forward; what was to happen meanwhile has happened then. */
	advance(milliseconds: number): void {
		this.offset += milliseconds;
		this.catchUp();
	}

	/** Does something later in the platform's time; at once, if there is nothing to wait for. */
	after(milliseconds: number, work: () => void): void {
		if (milliseconds <= 0) return work();
		this.jobs.push({ at: this.now() + milliseconds, work });
		this.jobs.sort((one, other) => one.at - other.at);
		this.catchUp();
	}

	/** Does what is due by now, in its order. */
	catchUp(): void {
		clearTimeout(this.timer);
		for (let job = this.jobs[0]; job && job.at <= this.now(); job = this.jobs[0]) {
			this.jobs.shift();
			job.work();
		}
		const [next] = this.jobs;
		if (next) this.timer = setTimeout(() => this.catchUp(), next.at - this.now()).unref();
	}

	/** Forgets what was to happen. */
	stop(): void {
		clearTimeout(this.timer);
		this.jobs = [];
	}

	/** `yyyy-MM-dd` in Shanghai, which has known no summer time since 1991. */
	day(epochMs = this.now()): string {
		return this.local(epochMs).toISOString().slice(0, 10);
	}

	/** Hour of the day in Shanghai. */
	hour(): number {
		return this.local(this.now()).getUTCHours();
	}

	daysAgo(days: number): string {
		return this.day(this.now() - days * DAY_MS);
	}

	private local(epochMs: number): Date {
		return new Date(epochMs + SHANGHAI_OFFSET_MS);
	}
}
