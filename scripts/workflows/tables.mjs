/*
 * The tables of the sample workflows, gathered from tables/*.mjs. A file there exports `tables` (columns
 * with types, the column that identifies a row if not `key`, what PostgreSQL should index) and may export
 * `content` (example rows by table) and `personal` (tables whose rows belong to one follower).
 *
 * n8n finds a Data Table by a part of its name, so no name may be part of another one.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'tables');

const modules = await Promise.all(
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.mjs'))
		.sort()
		.map(async (file) => await import(`./tables/${file}`)),
);

export const TABLES = Object.assign({}, ...modules.map(({ tables }) => tables));
export const CONTENT = Object.assign({}, ...modules.map(({ content = {} }) => content));
export const PERSONAL = modules.flatMap(({ personal = [] }) => personal);

const names = Object.keys(TABLES);
for (const name of names) {
	const other = names.find((candidate) => candidate !== name && candidate.includes(name));
	if (other) throw new Error(`n8n would take ${other} for ${name}; rename one of them`);
}
