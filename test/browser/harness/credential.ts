import type { Locator, Page } from 'playwright-core';

/** The dialog in which a credential is edited. */
export class CredentialDialog {
	constructor(private readonly page: Page) {}

	/** A field by its name among the parameters. */
	private input(name: string): Locator {
		return this.page
			.getByTestId('credential-edit-dialog')
			.getByTestId(`parameter-input-${name}`)
			.locator('input');
	}

	async fill(values: Record<string, unknown>): Promise<void> {
		for (const [name, value] of Object.entries(values)) await this.input(name).fill(String(value));
	}

	/** Saves; n8n tests the credential then. */
	async save(): Promise<void> {
		await this.page.getByTestId('credential-save-button').click();
	}

	/** What says that the account has answered. */
	get success(): Locator {
		return this.page.getByTestId('credentials-config-container-test-success');
	}

	/** Opens what the test says has gone wrong, and waits for some words of it. */
	async readFailure(words: string): Promise<void> {
		const dialog = this.page.getByTestId('credential-edit-dialog');
		await dialog.getByText('More details').click();
		await dialog.getByText(words).waitFor();
	}

	/** Presses *Retry* beside what the test has said. */
	async testAgain(): Promise<void> {
		await this.success.getByRole('button').click();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}
}
