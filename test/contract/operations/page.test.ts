/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { operationsPage } from './reference';

const PAGE = 'docs/operations.md';

it('docs/operations.md says what the node does (npm run docs writes it)', () => {
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, operationsPage());
	expect(readFileSync(PAGE, 'utf8')).toBe(operationsPage());
});

it.each(['README.md', 'README.zh-CN.md', 'docs/actions.md'])(
	'%s tells how many there are',
	(page) => {
		const [count] = /^\d+/m.exec(operationsPage()) ?? [];
		expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`\\b${count} (operations|项操作)`));
	},
);
