import { itemRecords } from '../../../nodes/shared/records/items';
import { MemoryRecords } from '../../../nodes/shared/records/memory';
import { DataTables } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { describeRecords, specimen } from '../../harness/recordsContract';

describeRecords('in memory', async () => await Promise.resolve(new MemoryRecords()));
describeRecords(
	'items on the canvas',
	async () => await itemRecords([], [specimen], () => undefined),
);
describeRecords(
	"n8n's Data tables, in memory",
	async () => await Promise.resolve(dataTableRecords(new DataTables())),
);
