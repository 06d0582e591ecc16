/** n8n stores executions in the "flatted" format: a list in which texts that stand for values are positions. */
export function parse(text: string): unknown {
	const list = JSON.parse(text) as unknown[];
	const known = new Map<number, unknown>();
	const revive = (value: unknown): unknown => {
		if (typeof value !== 'string') return value;
		const position = Number(value);
		if (known.has(position)) return known.get(position);
		const target = list[position];
		if (typeof target !== 'object' || target === null) return target;
		const copy: unknown[] | Record<string, unknown> = Array.isArray(target) ? [] : {};
		known.set(position, copy);
		for (const [name, entry] of Object.entries(target)) {
			(copy as Record<string, unknown>)[name] = revive(entry);
		}
		return copy;
	};
	return revive('0');
}
