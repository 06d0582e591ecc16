import type { CanvasNode } from './nodes';
import { noteHeight } from './notes';
import { readPicture } from './picture';
import type { Language, Words } from './words';

const COLUMN = 240;
const ROW = 176;
/** So much higher is a node for each output beyond the second. */
const OUTPUT = 32;
/** So much wider is an agent than other nodes. */
const AGENT = 128;
/** Notes stand above the row that they speak of. */
export const NOTE = { width: 440, gap: 24, color: 7 };

/** What decides where nodes stand. */
interface Drawn {
	nodes: Readonly<Record<string, CanvasNode>>;
	picture: string;
	notes?: Readonly<Record<string, Words>>;
}

/** Where each row begins: below the note that speaks of it, and below the highest node of the row before. */
function tops({ nodes, notes, picture }: Drawn, language: Language): number[] {
	const { places } = readPicture(picture);
	const rows = Math.max(...[...places.values()].map(({ row }) => row)) + 1;
	const beyond = (row: number): number =>
		Math.max(
			0,
			...Object.entries(nodes)
				.filter(([name]) => places.get(name)?.row === row)
				.map(([, { outputs }]) => outputs.length - 2),
		);
	const result: number[] = [];
	let y = 0;
	for (let row = 0; row < rows; row++) {
		const note = Object.entries(notes ?? {}).find(([name]) => places.get(name)?.row === row);
		if (note) y += noteHeight(note[1][language], NOTE.width) + NOTE.gap;
		result.push(y);
		y += ROW + beyond(row) * OUTPUT;
	}
	return result;
}

/** Where the nodes of a canvas stand, by their names in its picture. */
export function placesOf(
	canvas: Drawn,
	language: Language,
): (name: string) => [x: number, y: number] {
	const { places } = readPicture(canvas.picture);
	const top = tops(canvas, language);
	const agents = Object.entries(canvas.nodes)
		.filter(([, { type }]) => type.endsWith('.agent'))
		.map(([name]) => places.get(name)?.column ?? 0);
	return (name) => {
		const { column, row } = places.get(name) ?? { column: 0, row: 0 };
		const wider = agents.filter((agent) => agent < column).length * AGENT;
		return [column * COLUMN + wider, top[row] ?? 0];
	};
}
