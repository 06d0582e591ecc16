import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { TestAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runNode, type RunResult } from '../../harness/engine';

/** A Tuesday, ten in the morning. */
export const TEN = '2026-11-24T10:00:00+08:00';

export const at = (time: string): string => `2026-11-24T${time}:00+08:00`;

export const secondsAt = (time: string): number => Date.parse(at(time)) / 1_000;

export interface SlaRun {
	outputs: IDataObject[][];
	error: RunResult['error'];
}

/** Runs an operation of WeChat Reply SLA with records in the Data Tables of the test. */
export async function sla(
	account: TestAccount,
	operation: string,
	{
		now = TEN,
		items = [{}],
		onError,
		...parameters
	}: Record<string, unknown> & {
		now?: string;
		items?: IDataObject[];
		onError?: INode['onError'];
	} = {},
): Promise<SlaRun> {
	const { run, error } = await runNode(
		{
			type: 'weChatSla',
			parameters: { operation, options: { now }, ...parameters } as INodeParameters,
			onError,
		},
		items,
		account.credentials,
	);
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	// The last one is for rows, which come out nowhere else.
	return { error, outputs: main.slice(0, -1).map((list) => (list ?? []).map(({ json }) => json)) };
}

/** What the trigger gives for a text. */
export const message = (
	openId: string,
	Content: string,
	time = '10:00',
	more: IDataObject = {},
): IDataObject => ({
	Content,
	CreateTime: String(secondsAt(time)),
	wechat: { kind: 'text', openId, dedupeKey: `${openId}:${time}:${Content.length}` },
	...more,
});

export const rowsOf = (account: TestAccount, table: string): IDataObject[] =>
	dataTablesOf(account.credentials).rows(table);
