/** What the simulator refuses, in its words. */
export class Refused extends Error {}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
	const response = await fetch(`/__sim/${path}`, init);
	const answer: T & { error?: string } = await response.json();
	if (!response.ok) throw new Refused(answer?.error ?? `HTTP ${response.status}`);
	return answer;
}

/** Reads something. @throws Refused */
export async function read<T>(name: string, query: Record<string, string> = {}): Promise<T> {
	return await ask<T>(`${name}?${new URLSearchParams(query).toString()}`);
}

/** Does something. @throws Refused */
export async function command<T = unknown>(name: string, given: object): Promise<T> {
	return await ask<T>(name, { method: 'POST', body: JSON.stringify(given) });
}
