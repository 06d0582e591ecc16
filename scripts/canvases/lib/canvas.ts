import { createHash } from 'node:crypto';
import omit from 'lodash/omit';
import { NOTE, placesOf } from './layout';
import { noteHeight } from './notes';
import type { CanvasNode } from './nodes';
import { readPicture } from './picture';
import { runsLines, type RunsOn } from './runs';
import { inLanguage, type Language, type Words } from './words';

/** The overview stands left of everything, in yellow. */
const OVERVIEW = { width: 460, gap: 80, color: 1 };
/** A sample workflow, in both languages. */
export interface Canvas {
	/** Two digits: the place in the list. */
	number: string;
	/** Name of the file, without number and ending. */
	file: string;
	name: Words;
	overview: {
		/** What it does, in a sentence or two. */
		what: Words;
		/** What a person does before publishing, at most five steps. */
		steps: Words[];
		/** Which kinds of accounts it runs on, and what is missing where. */
		runs: RunsOn;
		/** What else there is to know about accounts. */
		accounts?: Words;
	};
	/** It has an answer to every text, so it is asked when no other one has replied. */
	answersEverything?: true;
	nodes: Readonly<Record<string, CanvasNode>>;
	/** See `picture.ts`; the names are those of `nodes`. */
	picture: string;
	/** What a row is about, by the node that it begins with. */
	notes?: Readonly<Record<string, Words>>;
}

/** A UUID that depends on a text only, so that a workflow built again is the same. */
export function uuid(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The ID of the webhook of a node, by which its address is known before it is imported. */
export const webhookIdOf = ({ file }: Pick<Canvas, 'file'>, node: string): string =>
	uuid(`webhook/${file}/${node}`);

function overviewOf({ name, overview }: Canvas, language: Language): string {
	const { what, steps, runs, accounts } = overview;
	const [setUp, runsOn] =
		language === 'zh' ? ['启用前', '适用账号'] : ['Before publishing', 'Accounts'];
	return [
		`# ${name[language]}`,
		what[language],
		`## ${setUp}`,
		...steps.map((step, position) => `${position + 1}. ${step[language]}`),
		`## ${runsOn}`,
		...runsLines(runs, language),
		// An empty line ends the list.
		...(accounts ? ['', accounts[language]] : []),
	].join('\n');
}

interface Note {
	name: string;
	content: string;
	position: [number, number];
	width: number;
	color: number;
}

const toNoteNode = (file: string, { name, content, position, width, color }: Note) => ({
	id: uuid(`${file}/${name}`),
	name,
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position,
	parameters: { content, width, height: noteHeight(content, width), color },
});

/** The connections of a picture as n8n keeps them. */
function connectionsOf(canvas: Canvas, language: Language): Record<string, unknown> {
	const connections: Record<string, Record<string, Array<Array<Record<string, unknown>>>>> = {};
	const nodeOf = (name: string): CanvasNode => {
		const node = canvas.nodes[name];
		if (node) return node;
		throw new Error(`${canvas.file}: the picture names '${name}', which is no node`);
	};
	for (const { from, output, to } of readPicture(canvas.picture).arrows) {
		const source = nodeOf(from);
		const target = nodeOf(to);
		const index = output === undefined ? 0 : source.outputs.indexOf(output);
		if (index < 0) {
			const all = source.outputs.join(', ');
			throw new Error(`${canvas.file}: '${from}' has no output '${output}', but ${all}`);
		}
		// What an agent uses is connected from it, by a connection of its own kind.
		const type = source.connects ?? 'main';
		const lists = ((connections[source.name[language]] ??= {})[type] ??= []);
		while (lists.length <= index) lists.push([]);
		lists[index]?.push({ node: target.name[language], type, index: 0 });
	}
	return connections;
}

/** The workflow as n8n imports it. */
export function toWorkflow(canvas: Canvas, language: Language): Record<string, unknown> {
	const { places } = readPicture(canvas.picture);
	const missing = Object.keys(canvas.nodes).filter((name) => !places.has(name));
	if (missing.length > 0)
		throw new Error(`${canvas.file}: not in the picture: ${missing.join(', ')}`);
	const placeOf = placesOf(canvas, language);
	const notes: Note[] = [
		{
			name: language === 'zh' ? '说明' : 'Overview',
			content: overviewOf(canvas, language),
			position: [-OVERVIEW.width - OVERVIEW.gap, 0],
			width: OVERVIEW.width,
			color: OVERVIEW.color,
		},
		...Object.entries(canvas.notes ?? {}).map(([name, words], position): Note => {
			const [x, y] = placeOf(name);
			const content = words[language];
			return {
				name: `${language === 'zh' ? '便签' : 'Note'} ${position + 1}`,
				content,
				position: [x - NOTE.gap, y - noteHeight(content, NOTE.width) - NOTE.gap],
				width: NOTE.width,
				color: NOTE.color,
			};
		}),
	];
	const nodes = Object.entries(canvas.nodes).map(([name, node]) => {
		const id = uuid(`${canvas.file}/${name}`);
		return {
			id,
			name: node.name[language],
			position: placeOf(name),
			...(node.hasWebhook ? { webhookId: webhookIdOf(canvas, name) } : {}),
			...inLanguage(omit(node, 'connects', 'hasWebhook', 'name', 'outputs'), language),
		};
	});
	return {
		name: `${canvas.number} ${canvas.name[language]}`,
		nodes: [...notes.map((note) => toNoteNode(canvas.file, note)), ...nodes],
		connections: connectionsOf(canvas, language),
		settings: {
			executionOrder: 'v1',
			timezone: 'Asia/Shanghai',
			// What followers write is kept in the tables, where it can be deleted, and not in executions.
			saveDataSuccessExecution: 'none',
		},
		pinData: {},
		meta: {},
		tags: [],
		active: false,
	};
}
