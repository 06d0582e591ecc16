/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

interface SetUpNode {
	name: string;
	parameters: Json;
}

/** A table as workflow 00 makes it. */
export interface SetUpTable {
	name: string;
	/** Of the node that makes it. */
	parameters: Json;
	/** Example content. */
	rows: Json[];
}

const FILE = '00-set-up-tables-and-example-content.json';

const TABLE = 'Table for ';

/** What workflow 00 of a folder makes of nothing, read from its file. */
export function setUpTables(folder: string): SetUpTable[] {
	const { nodes } = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as { nodes: SetUpNode[] };
	const examples = new Map(nodes.map(({ name, parameters }) => [name, parameters.jsonOutput]));
	return nodes
		.filter(({ name }) => name.startsWith(TABLE))
		.map(({ name, parameters }) => {
			const title = name.slice(TABLE.length);
			const example = examples.get(`Example ${title}`);
			const { rows } = JSON.parse(String(example ?? '{"rows":[]}')) as { rows: Json[] };
			return { name: `wechat_${title.replace(/ /g, '_')}`, parameters, rows };
		});
}
