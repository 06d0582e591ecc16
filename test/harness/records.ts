import { UnexpectedError, type INode } from 'n8n-workflow';
import { DataTableRecords } from '../../nodes/shared/records/dataTables/dataTables';
import type { Host } from '../../nodes/shared/records/inlineRun';
import type { DataTables } from './dataTables';

let workflows = 0;

/** What a store sees of n8n, with Data Tables in memory. */
function hostOf(tables: DataTables): Host {
	workflows += 1;
	const id = `workflow${workflows}`;
	return {
		executeWorkflow: async (info, inputData) =>
			await tables.executeWorkflow(info, undefined, { inputData }),
		getWorkflow: () => ({ id, active: true }),
		getNode: (): INode => {
			throw new UnexpectedError('There is no node here');
		},
	};
}

/** Records of an account in Data Tables. */
export const dataTableRecords = (tables: DataTables, prefix = 'wechat_a'): DataTableRecords =>
	new DataTableRecords(hostOf(tables), prefix);
