import type { Locator, Page } from 'playwright-core';

/** The editor of a workflow. */
export class Editor {
	constructor(
		private readonly page: Page,
		private readonly url: string,
	) {}

	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`, { waitUntil: 'commit' });
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Opens the panel of nodes. */
	async openPanel(): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** Names in the panel, the best first. */
	get found(): Locator {
		return this.page.getByTestId('node-creator-item-name');
	}

	/** Types into the panel's search. */
	async search(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
	}

	/** Opens a node of the canvas. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** A parameter of the open node, by its internal name. */
	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}

	/** Chooses one of a list that WeChat has given. */
	async pick(name: string, title: string): Promise<void> {
		const locator = this.page.getByTestId(`resource-locator-${name}`);
		await locator.getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-item').filter({ hasText: title }).click();
	}

	/** Enters what has no list, in a field that may have one. */
	async enter(name: string, value: string): Promise<void> {
		const locator = this.page.getByTestId(`resource-locator-${name}`);
		await locator.getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId('mode-id').click();
		await locator.getByTestId('rlc-input').fill(value);
	}

	/** The inputs of the fields that the chosen entry has, in their order. */
	get mapped(): Locator {
		return this.page.getByTestId('mapping-fields-container').locator('input:not([readonly])');
	}

	/** Runs the open node. */
	async execute(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
	}

	/** What has come out of the open node. */
	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** What is said when the open node has failed: message and advice. */
	async error(): Promise<string> {
		await this.page.getByTestId('node-error-message').waitFor();
		return await this.output.innerText();
	}

	/** Adds a row to a list of the open node. */
	async addRow(label: string): Promise<void> {
		await this.page.getByRole('button', { name: label }).click();
	}

	/** Shows the last execution of a workflow, which n8n chooses by itself. */
	async openExecution(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/executions`, { waitUntil: 'commit' });
		await this.page.getByTestId('execution-preview-label').waitFor();
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Presses *Publish* twice, whatever comes of it. */
	async askToPublish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
	}
}
