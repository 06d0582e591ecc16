import type { WorkflowFile } from './atAnyTime';

type Json = Record<string, unknown>;

/** Nodes of the package that may keep records; what has none to keep takes no notice. */
const KEEPS = /^n8n-nodes-wechat-engagement\.(?!.*Trigger$)/;

/** The workflow with the records of its nodes in PostgreSQL, as a person would choose in each. */
export function keptInPostgres(file: WorkflowFile): WorkflowFile {
	const nodes = file.nodes.map((node) => {
		if (!KEEPS.test(node.type)) return node;
		return {
			...node,
			parameters: { ...(node.parameters as Json), keepRecordsIn: 'postgres' },
			credentials: { ...(node.credentials as Json), postgres: { name: 'Records' } },
		};
	});
	return { ...file, nodes };
}
