import type { CaseEvent, Clock, ClockEnd, Metric } from './types';

/** Follows one case from row to row. */
class CaseFold {
	readonly clocks: Clock[] = [];
	private readonly open = new Map<Metric, Clock>();
	private tier: string;
	/** Whether a person has answered since the case was opened. */
	private isAnswered = false;
	private isClosed = false;

	constructor(defaultTier: string) {
		this.tier = defaultTier;
	}

	apply(event: CaseEvent): void {
		if (event.tier !== '') this.becomes(event.tier, event.at);
		switch (event.kind) {
			case 'userMessage':
				this.hear(event);
				break;
			case 'autoReply':
				for (const clock of this.open.values()) clock.hasAutoReply = true;
				break;
			case 'personReply':
				this.isAnswered ||= this.open.has('firstResponse');
				this.end('firstResponse', event.at, 'answered');
				this.end('nextResponse', event.at, 'answered');
				break;
			case 'waitingOnUser':
				for (const { runs } of this.open.values()) {
					const last = runs.at(-1);
					if (last) last.to ??= event.at;
				}
				break;
			case 'resolved':
			case 'cancelled':
				this.close(event.at, event.kind);
				break;
			case 'reopened':
				this.resume(event.at);
				if (this.isClosed) this.start('resolution', event);
				this.isClosed = false;
				break;
			case 'contact':
				break;
		}
	}

	/** Several messages in a row wait for one answer, so only the first of them starts a clock. */
	private hear(event: CaseEvent): void {
		this.resume(event.at);
		if (this.isClosed) {
			this.isClosed = false;
			this.isAnswered = false;
		}
		this.start(this.isAnswered ? 'nextResponse' : 'firstResponse', event);
		this.start('resolution', event);
	}

	private becomes(tier: string, from: number): void {
		if (tier === this.tier) return;
		this.tier = tier;
		for (const { tiers } of this.open.values()) tiers.push({ from, tier });
	}

	private start(metric: Metric, trigger: CaseEvent): void {
		if (this.open.has(metric)) return;
		const clock: Clock = {
			metric,
			trigger,
			tiers: [{ from: trigger.at, tier: this.tier }],
			runs: [{ from: trigger.at }],
			hasAutoReply: false,
		};
		this.open.set(metric, clock);
		this.clocks.push(clock);
	}

	private resume(at: number): void {
		for (const { runs } of this.open.values()) {
			if (runs.at(-1)?.to !== undefined) runs.push({ from: at });
		}
	}

	private end(metric: Metric, at: number, by: ClockEnd): void {
		const clock = this.open.get(metric);
		const last = clock?.runs.at(-1);
		if (!clock || !last) return;
		last.to ??= at;
		clock.end = { at, by };
		this.open.delete(metric);
	}

	private close(at: number, by: 'resolved' | 'cancelled'): void {
		for (const metric of [...this.open.keys()]) this.end(metric, at, by);
		this.isClosed = true;
	}
}

/**
 * The clocks of one case. First response: from the first message to the first reply by a person. Next
 * response: from the first message after such a reply to the reply that follows. Resolution: from the
 * first message until the case is resolved. A message after that opens the case anew.
 *
 * @param events rows of one case, in their order, each once
 */
export function clocksOf(events: CaseEvent[], defaultTier: string): Clock[] {
	const fold = new CaseFold(defaultTier);
	for (const event of events) fold.apply(event);
	return fold.clocks;
}
