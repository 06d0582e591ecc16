import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { TestAccount } from '../../harness/account';
import { runNode, type RunResult } from '../../harness/engine';

/** A Tuesday. */
export const NOON = Date.parse('2026-11-24T12:00:00+08:00');
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Runs an operation of WeChat Metrics at a moment (epoch milliseconds). */
export async function metricsNode(
	account: TestAccount,
	operation: string,
	now = NOON,
	parameters: INodeParameters = {},
	items: IDataObject[] = [{}],
): Promise<{ outputs: IDataObject[][]; error: RunResult['error'] }> {
	const options = { now: new Date(now).toISOString(), ...(parameters.options as object) };
	const { run, error } = await runNode(
		{
			type: 'weChatMetrics',
			parameters: { operation, ...parameters, options } as INodeParameters,
		},
		items,
		account.credentials,
	);
	const main = run.data.resultData.runData.Subject?.at(-1)?.data?.main ?? [];
	return { outputs: main.map((list) => (list ?? []).map(({ json }) => json)), error };
}
