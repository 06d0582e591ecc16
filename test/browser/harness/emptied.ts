import type { N8n } from '../../e2e/lib/n8n';

interface Listed {
	id: string;
	isArchived?: boolean;
}

/** Removes all workflows and credentials: as a rule there is one account, so n8n chooses its credential by itself. */
export async function empty(n8n: N8n): Promise<void> {
	for (const { id, isArchived } of await n8n.api<Listed[]>('GET', '/workflows')) {
		await n8n.unpublish(id).catch(() => undefined);
		if (!isArchived) await n8n.api('POST', `/workflows/${id}/archive`, {});
		await n8n.api('DELETE', `/workflows/${id}`);
	}
	for (const { id } of await n8n.api<Listed[]>('GET', '/credentials')) {
		await n8n.api('DELETE', `/credentials/${id}`);
	}
}
