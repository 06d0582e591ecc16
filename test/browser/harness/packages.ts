/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Locator, Page } from 'playwright-core';
import type { N8n } from '../../e2e/lib/n8n';

export const PACKAGE = 'n8n-nodes-wechat-engagement';

interface Installed {
	packageName: string;
	installedVersion: string;
}

/** The version that n8n has installed; undefined when there is none. */
export async function installedVersion(n8n: N8n): Promise<string | undefined> {
	const packages = await n8n.api<Installed[]>('GET', '/community-packages');
	return packages.find(({ packageName }) => packageName === PACKAGE)?.installedVersion;
}

/** The version after this one. */
export const nextVersion = (version: string): string =>
	version.replace(/^(\d+\.\d+\.)(\d+).*$/, (_, start: string, patch: string) =>
		[start, Number(patch) + 1].join(''),
	);

/** Installs the package without a browser, where no scene before has done it. */
export async function ensureInstalled(n8n: N8n): Promise<void> {
	if (await installedVersion(n8n)) return;
	await n8n.api('POST', '/community-packages', { name: PACKAGE });
}

/** From now on the registry's latest version is another one. */
export async function release(version: string): Promise<void> {
	const registry = process.env.N8N_TEST_REGISTRY ?? '';
	await fetch(`${registry}/-/package/${PACKAGE}/dist-tags/latest`, {
		method: 'PUT',
		body: JSON.stringify(version),
	});
}

/** Settings > Community nodes. */
export class PackagesPage {
	constructor(
		private readonly page: Page,
		private readonly url: string,
	) {}

	/** The installed package. */
	get card(): Locator {
		return this.page.getByTestId('community-package-card').filter({ hasText: PACKAGE });
	}

	async open(): Promise<void> {
		await this.page.goto(`${this.url}/settings/community-nodes`, { waitUntil: 'commit' });
	}

	/** Installs by the name, with the risks accepted. */
	async install(): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'Install a community node' }).click();
		await page.getByTestId('package-name-input').fill(PACKAGE);
		await page.getByTestId('user-agreement-checkbox').click();
		await page.getByTestId('install-community-package-button').click();
		await page.getByText('Package installed').waitFor();
		await this.card.waitFor();
	}

	async update(): Promise<void> {
		await this.card.getByRole('button', { name: 'Update' }).click();
		await this.page.getByRole('button', { name: 'Confirm update' }).click();
		await this.page.getByText('Package updated').waitFor();
	}

	async uninstall(): Promise<void> {
		await this.card.getByTestId('action-toggle').click();
		await this.page.getByText('Uninstall package').click();
		await this.page.getByRole('button', { name: 'Confirm uninstall' }).click();
		await this.page.getByText('Package uninstalled').waitFor();
	}
}
