import { createHash } from 'node:crypto';

const COLUMN = 224;
const LINE = 192;
const GRID = 16;
const NODE = 100;
const PADDING = 48;
const GAP = 48;
const OVERVIEW = { width: 480, color: 1 };
const SECTION_COLOR = 7;

const roundUp = (value) => Math.ceil(value / GRID) * GRID;

/** A UUID that depends on the text only, so that a workflow built again is the same. */
export function uuid(text) {
	const hex = createHash('sha256').update(text).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}

/** Height a note needs for its text; Chinese characters are about 15 px wide. */
function textHeight(markdown, width) {
	const perLine = Math.max(8, Math.floor((width - 40) / 15));
	const lines = markdown.split('\n').map((line) => {
		const size = [...line].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.55), 0);
		return Math.max(1, Math.ceil(size / perLine)) * (line.startsWith('#') ? 1.5 : 1);
	});
	return lines.reduce((sum, line) => sum + line * 22, 0) + 40;
}

class Section {
	constructor(canvas, note, line) {
		Object.assign(this, { canvas, note, line, places: [] });
	}

	/** Puts a node on a place of the section's grid and returns its name. */
	put(name, node, column, row = 0, settings = {}) {
		this.canvas.add(name, node, settings);
		this.places.push({ name, column, row });
		return name;
	}

	get width() {
		const columns = Math.max(...this.places.map(({ column }) => column));
		return roundUp(PADDING * 2 + columns * COLUMN + NODE + 80);
	}

	get top() {
		return roundUp(Math.max(96, textHeight(this.note, this.width)));
	}

	get height() {
		const rows = Math.max(...this.places.map(({ row }) => row));
		return roundUp(this.top + rows * LINE + NODE + 80);
	}
}

/**
 * A workflow with its notes, laid out so that nothing overlaps: sections of one line stand side by
 * side, lines below each other, the yellow overview left of all.
 */
export class Canvas {
	/** @param settings settings of the workflow beside those that all have */
	constructor({ name, overview, settings = {} }) {
		Object.assign(this, { name, overview, settings, nodes: new Map(), links: [], sections: [] });
	}

	/** A white note with nodes on it. */
	section(note, { line = 0 } = {}) {
		const section = new Section(this, note, line);
		this.sections.push(section);
		return section;
	}

	add(name, node, settings) {
		if (this.nodes.has(name)) throw new Error(`${this.name}: two nodes are called ${name}`);
		this.nodes.set(name, { ...node, ...settings });
	}

	/** Connects an output of a node with an input of another. */
	link(from, to, { output = 0, input = 0, type = 'main' } = {}) {
		for (const name of [from, to]) {
			if (!this.nodes.has(name)) throw new Error(`${this.name}: there is no node ${name}`);
		}
		this.links.push({ from, to, output, input, type });
		return this;
	}

	/** Connects nodes one behind the other, first output to first input. */
	chain(...names) {
		names.slice(1).forEach((name, position) => this.link(names[position], name));
		return this;
	}

	positions() {
		const positions = new Map();
		const notes = [];
		let y = 0;
		for (const line of [...new Set(this.sections.map((section) => section.line))].sort(
			(a, b) => a - b,
		)) {
			let x = 0;
			let tallest = 0;
			this.sections
				.filter((section) => section.line === line)
				.forEach((section) => {
					const { width, height, top, note } = section;
					notes.push({ content: note, x, y, width, height, color: SECTION_COLOR });
					for (const { name, column, row } of section.places) {
						positions.set(name, [x + PADDING + 32 + column * COLUMN, y + top + row * LINE]);
					}
					x += width + GAP;
					tallest = Math.max(tallest, height);
				});
			y += tallest + GAP;
		}
		return { positions, notes };
	}

	connections() {
		const connections = {};
		for (const { from, to, output, input, type } of this.links) {
			const outputs = ((connections[from] ??= {})[type] ??= []);
			while (outputs.length <= output) outputs.push([]);
			outputs[output].push({ node: to, type, index: input });
		}
		return connections;
	}

	checkReferences(text) {
		for (const [, name] of text.matchAll(/\$\('((?:[^'\\]|\\.)*)'\)/g)) {
			const plain = name.replace(/\\\\?'/g, "'");
			if (!this.nodes.has(plain)) throw new Error(`${this.name}: an expression names ${plain}`);
		}
	}

	/** The workflow as n8n imports it. */
	toJSON() {
		const { positions, notes } = this.positions();
		const { width, color } = OVERVIEW;
		const height = roundUp(textHeight(this.overview, width) + 16);
		const note = (name, { content, x, y, ...box }) => ({
			parameters: { content, width: box.width, height: box.height, color: box.color },
			id: uuid(`${this.name}/${name}`),
			name,
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position: [x, y],
		});
		const stickies = [
			note('Overview', {
				content: this.overview,
				x: -roundUp(width + GAP),
				y: 0,
				width,
				height,
				color,
			}),
			...notes.map((box, position) => note(`Section ${position + 1}`, box)),
		];
		const nodes = [...this.nodes].map(([name, { webhook, ...node }]) => ({
			id: uuid(`${this.name}/${name}`),
			name,
			position: positions.get(name),
			// The path of a webhook survives an import, the id of a workflow does not.
			...(webhook ? { webhookId: webhookIdOf(this.name, name) } : {}),
			...node,
		}));
		this.checkReferences(JSON.stringify(nodes));
		return {
			name: this.name,
			nodes: [...stickies, ...nodes],
			connections: this.connections(),
			settings: { executionOrder: 'v1', timezone: 'Asia/Shanghai', ...this.settings },
			pinData: {},
			meta: {},
			tags: [],
			active: false,
		};
	}
}

/** The webhook id of a node, known before the workflow is built: forwarding lists need it. */
export const webhookIdOf = (workflow, node) => uuid(`webhook/${workflow}/${node}`);
