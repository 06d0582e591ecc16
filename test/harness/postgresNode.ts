import { UnexpectedError, type IDataObject, type INode } from 'n8n-workflow';
import type { Host } from '../../nodes/shared/records/inlineRun';
import { PostgresRecords } from '../../nodes/shared/records/postgres/postgres';

interface Parameter {
	rows?: Array<IDataObject & { key: string }>;
	among?: string[];
}

/** n8n's PostgreSQL node before one table, as far as adding rows and reading them by their keys needs it. */
export class PostgresNode {
	readonly rows = new Map<string, IDataObject>();
	/** Beginnings of the queries that came. */
	readonly queries: string[] = [];
	/** Called before each query. */
	beforeQuery: (kind: string) => void = () => undefined;

	readonly records = new PostgresRecords(this.host(), 'wechat_a');

	private host(): Host {
		return {
			executeWorkflow: async ({ code }) => {
				const parameters = code?.nodes[1]?.parameters ?? {};
				const { queryReplacement } = parameters.options as { queryReplacement: string[] };
				const parameter = JSON.parse(queryReplacement[0] ?? '{}') as Parameter;
				const rows = await Promise.resolve(this.answer(String(parameters.query), parameter));
				return { executionId: '1', data: [rows.map((json) => ({ json }))] };
			},
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getNode: (): INode => ({
				id: 'node',
				name: 'Node',
				type: 'node',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { postgres: { id: '1', name: 'Records' } },
			}),
		};
	}

	private answer(query: string, { rows = [], among = [] }: Parameter): IDataObject[] {
		const kind = query.split(' ')[0] ?? '';
		this.queries.push(kind);
		this.beforeQuery(kind);
		if (kind === 'INSERT' && query.endsWith('ON CONFLICT (key) DO NOTHING RETURNING *')) {
			const fresh = rows.filter(({ key }) => !this.rows.has(key));
			for (const row of fresh) this.rows.set(row.key, row);
			return fresh;
		}
		if (kind === 'SELECT' && query.includes('WHERE "key" IN (')) {
			return among.map((key) => this.rows.get(key)).filter((row) => row !== undefined);
		}
		throw new UnexpectedError(`Nothing answers ${query}`);
	}
}
