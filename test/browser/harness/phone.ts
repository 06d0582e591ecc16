import type { Locator, Page } from 'playwright-core';

/** The phone of the simulator, in English. */
export class Phone {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	async open(): Promise<void> {
		await this.page.goto(`${this.url}/?lang=en`, { waitUntil: 'commit' });
	}

	/** Adds a follower, who follows. */
	async follow(name: string): Promise<void> {
		const { page } = this;
		await page.locator('#person').click();
		await page.getByLabel('Name of a new follower').fill(name);
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByRole('button', { name: 'Follow the account' }).click();
		await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
	}

	/** Enters the address of a workflow as in the account's console. */
	async connect(serverUrl: string): Promise<void> {
		const { page } = this;
		await this.showBehind();
		await page.getByLabel('Server URL').fill(serverUrl);
		await page.getByRole('button', { name: 'Check and save' }).click();
		await page.getByText('The server has passed the check').waitFor();
		await this.showTab('Phone');
	}

	/** On a small screen what is behind has a tab of its own. */
	async showBehind(): Promise<void> {
		await this.showTab('Behind');
	}

	private async showTab(name: string): Promise<void> {
		const tab = this.page.getByRole('tab', { name });
		if (await tab.isVisible()) await tab.click();
	}

	/** What the account has said. */
	get answers(): Locator {
		return this.page.locator('#chat .row.account');
	}

	/** Writes, and gives the text of the next answer. */
	async say(text: string): Promise<string> {
		const { page, answers } = this;
		const before = await answers.count();
		const input = page.getByRole('textbox', { name: 'Write a message' });
		await input.fill(text);
		await input.press('Enter');
		const answer = answers.nth(before);
		await answer.waitFor();
		return await answer.innerText();
	}
}
