import type { Page } from 'playwright-core';

/** Imports a workflow's file by the editor's menu. Returns the workflow's id. */
export async function importFile(page: Page, url: string, path: string): Promise<string> {
	await page.goto(`${url}/workflow/new`, { waitUntil: 'commit' });
	await page.getByTestId('workflow-menu').locator('button').click();
	await page.getByTestId('workflow-menu-item-import').hover();
	const chooser = page.waitForEvent('filechooser');
	await page.getByTestId('workflow-menu-item-import-from-file').click();
	await (await chooser).setFiles(path);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.waitForURL((address) => !address.search.includes('new'));
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
