/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf, type PagedWorkflow } from '../../e2e/lib/pages';

describe('fault 7.13: the pages of an account', () => {
	it.each(['en', 'zh-CN'])('are found in the workflows of %s', (language) => {
		const folder = join('workflows', language);
		const pages = readdirSync(folder).flatMap((file) => {
			const workflow: PagedWorkflow = JSON.parse(readFileSync(join(folder, file), 'utf8'));
			return pagesOf(workflow);
		});
		const paths = pages.map(({ path }) => path);
		expect(paths.filter((path) => path.startsWith('/form/')).length).toBeGreaterThan(7);
		expect(paths).toEqual(
			expect.arrayContaining([
				'/webhook/wechat-report',
				'/webhook/wechat-inbox',
				'/webhook/wechat-lottery',
			]),
		);
		expect(new Set(paths).size).toBe(paths.length);
		// What everybody may see is open, what the staff sees is not.
		const open = pages.filter(({ hasPassword }) => !hasPassword).map(({ path }) => path);
		expect(open).toEqual(['/webhook/wechat-lottery']);
	});

	it('are not what is switched off, or answers programs', () => {
		const form = { name: 'F', type: 'n8n-nodes-base.formTrigger', parameters: {} };
		const hook = { name: 'W', type: 'n8n-nodes-base.webhook', parameters: { path: 'x' } };
		const nodes = [{ ...form, disabled: true }, hook];
		expect(pagesOf({ name: 'A', nodes })).toEqual([]);
	});
});
