import { credentialData, CREDENTIAL } from '../e2e/lib/flow';
import { until } from '../e2e/lib/n8n';
import { startPlatform } from '../e2e/lib/platform';
import type { Simulator } from '../simulator/server';
import { CredentialDialog } from './harness/credential';
import { installedVersion, PackagesPage } from './harness/packages';
import { useScreen } from './harness/screen';

const TITLE = 'WeChat Official Account API';

describe('a new user', () => {
	const screen = useScreen('install');
	const { scene, shoot } = screen;
	let simulator: Simulator | undefined;
	beforeAll(async () => {
		simulator = await startPlatform();
	});
	afterAll(async () => await simulator?.close());
	const account = () => {
		if (!simulator) throw new Error('There is no simulator');
		return credentialData(simulator, true);
	};

	scene('installs the package by its name', async () => {
		const { page, n8n } = screen;
		const packages = new PackagesPage(page, n8n.url);
		await packages.open();
		await packages.install();
		await shoot('the package is installed');
		expect(await packages.card.innerText()).toContain('WeChat Official Account Trigger');
		expect(await installedVersion(n8n)).toBeDefined();
	});

	scene('makes a credential; saving tests it, and Retry tests it again', async () => {
		const { page, n8n } = screen;
		await page.goto(`${n8n.url}/home/credentials/create`, { waitUntil: 'commit' });
		await page.getByTestId('new-credential-type-select').locator('input').fill(TITLE);
		await page.getByTestId('new-credential-type-select-option').filter({ hasText: TITLE }).click();
		await page.getByTestId('new-credential-type-button').click();
		const dialog = new CredentialDialog(page);
		await dialog.fill({ ...account(), appSecret: 'WrongSecret' });
		await dialog.save();
		await dialog.readFailure('The AppSecret is not valid');
		await shoot('the secret is wrong');
		await dialog.fill({ appSecret: account().appSecret });
		await dialog.save();
		await dialog.success.waitFor();
		const asked = () => simulator?.platform.journal.length ?? 0;
		const before = asked();
		await dialog.testAgain();
		await until('the account is asked again', async () => asked() > before || undefined);
		await dialog.success.waitFor();
		await shoot('the credential works');
		const [stored] = await n8n.api<Array<{ type: string }>>('GET', '/credentials');
		expect(stored?.type).toBe(CREDENTIAL);
	});
});
