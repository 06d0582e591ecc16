/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { allTables } from '../../../nodes/shared/records/tables';
import type { Table } from '../../../nodes/shared/records/table';

const PAGE = 'docs/tables.md';

const INTRODUCTION = `# The tables

What the nodes keep, table by table; \`npm run docs\` writes this page. [Records](records.md) says where they are and how to
read and change them. In the store a name begins with \`wechat_\` and the last eight characters of the AppID. Every table also has
\`key\` (what identifies a row), \`token\` and \`more\` (for the nodes).
`;

const WORDS = {
	flag: 'yes or no',
	json: 'JSON',
	number: 'number',
	text: 'text',
	time: 'time',
} as const;

function section({ name, holds, columns, isPersonal, examples, createdIn }: Table): string {
	const notes: string[] = [
		...(isPersonal ? ['Belongs to one follower each: deleted when the follower leaves.'] : []),
		...(examples.length > 0 ? ['Begins with examples; replace them by your own.'] : []),
	];
	if (createdIn !== undefined) {
		notes.push(
			`\`${createdIn}\` is filled in by itself; in Data tables it is n8n's own \`createdAt\`.`,
		);
	}
	const lines = Object.entries(columns).map(
		([column, kind]) => `| \`${column}\` | ${WORDS[kind]} |`,
	);
	return [
		`## ${name}`,
		`${holds[0]?.toUpperCase() ?? ''}${holds.slice(1)}. ${notes.join(' ')}`.trim(),
		['| column | holds |', '| --- | --- |', ...lines].join('\n'),
	].join('\n\n');
}

it('docs/tables.md tells what is kept (npm run docs writes it)', () => {
	const tables: readonly Table[] = allTables;
	const ordered = [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));
	const page = `${[INTRODUCTION.trim(), ...ordered.map(section)].join('\n\n')}\n`;
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
	// Tables of Markdown are aligned by the formatter.
	const plain = (text: string) => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
	expect(plain(readFileSync(PAGE, 'utf8'))).toBe(plain(page));
});
