import { until } from './n8n';

/** A person in front of a form of n8n with several pages. */
export class FormVisitor {
	private page = '';

	private address = '';

	private constructor(private readonly headers: Record<string, string>) {}

	/** Opens the link. @param headers sent with every request, e.g. a password */
	static async open(url: string, headers: Record<string, string> = {}): Promise<FormVisitor> {
		const visitor = new FormVisitor(headers);
		await visitor.load(url);
		return visitor;
	}

	/** The page as it came, HTML. */
	get html(): string {
		return this.page;
	}

	/** Sends the page in, fields by their names and hidden ones as they came; the next page is loaded. */
	async submit(values: Record<string, string>): Promise<void> {
		const fields = new FormData();
		for (const [tag] of this.page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
			const [, id = ''] = /\bname="(field-\d+)"/.exec(tag) ?? [];
			if (id === '') continue;
			const [, hidden = ''] = /\bvalue="([^"]*)"/.exec(tag) ?? [];
			fields.set(id, values[id] ?? hidden);
		}
		for (const [id, value] of Object.entries(values)) fields.set(id, value);
		const response = await fetch(this.address, {
			method: 'POST',
			body: fields,
			headers: this.headers,
		});
		const answer = (await response.json().catch(() => ({}))) as { formWaitingUrl?: string };
		await this.loadNext(answer.formWaitingUrl ?? this.address);
	}

	/** Waits for the next page as n8n's own page does, and loads it. */
	private async loadNext(url: string): Promise<void> {
		const status = new URL(url);
		status.pathname += '/n8n-execution-status';
		await until(`the next page of ${url}`, async () => {
			const response = await fetch(status, { headers: this.headers });
			const text = (await response.text()).trim();
			if (/^(canceled|crashed|error|null)$/.test(text)) throw new Error(`The form ends: ${text}`);
			return text === 'form-waiting' || text === 'success' ? true : undefined;
		});
		await this.load(url);
	}

	private async load(url: string): Promise<void> {
		this.address = url;
		const response = await fetch(url, {
			headers: this.headers,
			signal: AbortSignal.timeout(10_000),
		});
		this.page = await response.text();
	}
}
