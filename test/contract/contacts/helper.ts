import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { TestCredentials } from '../../harness/credentials';
import { runWorkflow, toNode, type NodeSpec, type RunResult } from '../../harness/engine';

export interface Run {
	error: RunResult['error'];
	/** Items by output. */
	outputs: IDataObject[][];
	items: INodeExecutionData[][];
}

/** Runs an operation of WeChat Contacts. */
export async function contactsNode(
	parameters: INodeParameters,
	items: IDataObject[],
	credentials: TestCredentials,
	onError?: NodeSpec['onError'],
): Promise<Run> {
	const spec = {
		name: 'Subject',
		type: 'weChatContacts',
		parameters: { resource: 'contact', ...parameters },
		onError,
	};
	const { run, error } = await runWorkflow(
		[toNode(spec)],
		items.map((json) => ({ json })),
		credentials,
	);
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	// The last one is for rows, which this node keeps itself.
	const all = main.slice(0, -1).map((list) => list ?? []);
	return { error, items: all, outputs: all.map((list) => list.map(({ json }) => json)) };
}

/** Epoch seconds of a Tuesday noon in Shanghai. */
export const NOON = Date.parse('2026-11-24T12:00:00+08:00') / 1_000;

let messages = 0;

/** An item as the trigger gives it. @param at seconds after noon */
export function pushed(
	openId: string,
	kind: string,
	at: number,
	{ wechat, ...fields }: IDataObject & { wechat?: IDataObject } = {},
): IDataObject {
	messages += 1;
	const [, event] = kind.split('event.');
	return {
		FromUserName: openId,
		CreateTime: String(NOON + at),
		...(event === undefined ? { MsgType: kind } : { MsgType: 'event', Event: event }),
		...(kind === 'text' ? { Content: '你好' } : {}),
		...fields,
		wechat: { kind, openId, appId: 'wxaaaaaaaa', dedupeKey: `${openId}:${messages}`, ...wechat },
	};
}
