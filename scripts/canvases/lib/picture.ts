/*
 * A canvas as a picture in words: each line a row, each arrow a connection.
 *
 *     message → record:New → welcome
 *               record:Known → route:Answer → reply
 *
 * A node stands where it is named first; named again it only gets another connection. `record:New` is the output
 * `New` of `record`; without a name it is the first one. What an agent uses stands below it:
 *
 *     agent ← model, library
 */

/** A connection between two nodes of a picture, by their names in it. */
export interface Arrow {
	from: string;
	/** Name of the output; the first when it is absent. */
	output?: string;
	to: string;
}

export interface Picture {
	arrows: Arrow[];
	/** Column and row of each node. */
	places: Map<string, { column: number; row: number }>;
}

const partOf = (word: string): { name: string; output?: string } => {
	const [name = '', output] = word.split(':').map((part) => part.trim());
	return output === undefined ? { name } : { name, output };
};

/** Reads a picture. */
export function readPicture(text: string): Picture {
	const arrows: Arrow[] = [];
	const places: Picture['places'] = new Map();
	let row = 0;
	for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
		const [user = '', used] = line.split('←').map((part) => part.trim());
		if (used !== undefined) {
			const { column } = places.get(user) ?? { column: 0 };
			const names = used.split(',').map((name) => name.trim());
			names.forEach((name, position) => places.set(name, { column: column + position, row }));
			arrows.push(...names.map((from) => ({ from, to: user })));
			row += 1;
			continue;
		}
		const parts = line.split('→').map(partOf);
		let column = 0;
		let isRow = false;
		parts.forEach(({ name }, position) => {
			const before = parts[position - 1];
			if (before) {
				const { output } = before;
				arrows.push({ from: before.name, to: name, ...(output ? { output } : {}) });
			}
			const place = places.get(name);
			if (place) {
				column = place.column + 1;
				return;
			}
			places.set(name, { column, row });
			column += 1;
			isRow = true;
		});
		if (isRow) row += 1;
	}
	return { arrows, places };
}
