/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { chineseErrorCodesPage, errorCodesPage } from './errorCodes';
import { operationsPage } from './reference';

it.each([
	['docs/operations.md', 'what the node does', operationsPage],
	['docs/error-codes.md', 'what errors mean (correction 13)', errorCodesPage],
	['docs/zh-CN/error-codes.md', 'the same in Chinese', chineseErrorCodesPage],
])('%s says %s (npm run docs writes it)', (page, _what, written) => {
	if (process.env.UPDATE_DOCS) writeFileSync(page, written());
	expect(readFileSync(page, 'utf8')).toBe(written());
});

it.each(['README.md', 'README.zh-CN.md', 'docs/actions.md', 'CHANGELOG.md'])(
	'%s counts no operations: only the page that is made from the node can be right about it',
	(page) => {
		expect(readFileSync(page, 'utf8')).not.toMatch(/\d+ ?(operations|项操作)/);
	},
);
