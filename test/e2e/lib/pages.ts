/** What of a workflow matters here, as n8n's API and its files have it. */
export interface PagedWorkflow {
	name: string;
	nodes: Array<{
		name: string;
		type: string;
		disabled?: boolean;
		webhookId?: string;
		parameters: Record<string, unknown>;
	}>;
}

/** A page that people open in a browser. */
export interface Page {
	title: string;
	/** Below n8n's own address. */
	path: string;
	hasPassword: boolean;
}

const answersWithPage = ({ responseMode, httpMethod = 'GET' }: Record<string, unknown>) =>
	responseMode === 'responseNode' && [httpMethod].flat().includes('GET');

/** The forms and pages of a workflow. */
export function pagesOf({ name: workflow, nodes }: PagedWorkflow): Page[] {
	return nodes.flatMap(({ name, type, disabled, webhookId = '', parameters }): Page[] => {
		const title = `${workflow}: ${name}`;
		const hasPassword = parameters.authentication === 'basicAuth';
		if (disabled) return [];
		if (type.endsWith('.formTrigger')) return [{ title, path: `/form/${webhookId}`, hasPassword }];
		if (!type.endsWith('.webhook') || !answersWithPage(parameters)) return [];
		return [{ title, path: `/webhook/${String(parameters.path)}`, hasPassword }];
	});
}
