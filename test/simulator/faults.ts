/** Something that goes wrong on purpose with the next calls. */
export interface Fault {
	/** Path of the endpoint; empty for every one but the token's. */
	path?: string;
	/** How many calls are hit; default 1. */
	times?: number;
	/** Calls that go well first. */
	after?: number;
	errcode?: number;
	errmsg?: string;
	/** Added to the answer, e.g. `fail_openid_list`. */
	data?: Record<string, unknown>;
	/** Answer of HTTP with this status and body. */
	status?: number;
	body?: string;
	latencyMs?: number;
	/** Cuts the connection: before the call takes effect, or after it. */
	reset?: 'before' | 'after';
	/** Revokes the token the call came with, so that it is answered with 40001. */
	revokeToken?: boolean;
}

export class Faults {
	private pending: Array<Fault & { times: number; after: number }> = [];

	add(fault: Fault): void {
		this.pending.push({ ...fault, times: fault.times ?? 1, after: fault.after ?? 0 });
	}

	clear(): void {
		this.pending = [];
	}

	/** The fault that hits this call, if any. */
	take(path: string): Fault | undefined {
		const isToken = /\/cgi-bin\/(stable_)?token$/.test(path);
		const fault = this.pending.find((entry) => (entry.path ? entry.path === path : !isToken));
		if (!fault) return undefined;
		if (fault.after > 0) {
			fault.after -= 1;
			return undefined;
		}
		fault.times -= 1;
		if (fault.times <= 0) this.pending = this.pending.filter((entry) => entry !== fault);
		return fault;
	}
}
