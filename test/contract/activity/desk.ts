import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { TestCredentials } from '../../harness/credentials';
import { dataTablesOf } from '../../harness/dataTables';
import { runWorkflow, testCredentials, toNode } from '../../harness/engine';

export const TUESDAY = '2026-11-24T12:00:00+08:00';
export const FRIDAY_2005 = '2026-11-27T20:05:00+08:00';
export const FRIDAY_2200 = '2026-11-27T22:00:00+08:00';
/** Accounts; the node works for the first unless an item says otherwise. */
export const [A, B] = ['wx00000000aaaaaaaa', 'wx00000000bbbbbbbb'];

interface Asked {
	items?: IDataObject[];
	now?: string;
	/** Whether an error becomes an item. */
	goesOn?: boolean;
}

/** A node whose records stay from run to run. */
export class Desk {
	credentials!: TestCredentials;

	async open(): Promise<this> {
		this.credentials = await testCredentials({ appId: A });
		// The first run makes the table, with examples that say of nobody whose they are.
		await this.run('activity', 'open', { activityId: 'weekly-draw' });
		for (const row of this.plans) row.organiser = '示例小店';
		return this;
	}

	async run(
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		{ items = [{}], now = TUESDAY, goesOn = false }: Asked = {},
	) {
		const { options, ...rest } = parameters;
		const node = toNode({
			name: 'Subject',
			type: 'weChatActivity',
			parameters: { resource, operation, ...rest, options: { now, ...(options as object) } },
			onError: goesOn ? 'continueRegularOutput' : undefined,
		});
		const toItems = items.map((json) => ({ json }));
		const { run, error } = await runWorkflow([node], toItems, this.credentials);
		const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
		return { error, outputs: main.map((list) => (list ?? []).map(({ json }) => json)) };
	}

	/** The rows of the table of plans, to be changed by hand. */
	get plans(): IDataObject[] {
		return this.tables.tables.find(({ name }) => name.endsWith('_plans'))?.rows ?? [];
	}

	get tables() {
		return dataTablesOf(this.credentials);
	}
}

let messages = 0;

/** A message as the trigger gives it. */
export function message(
	openId: string,
	{ at = TUESDAY, appId = A, text = '参加抽奖' } = {},
): IDataObject {
	messages += 1;
	return {
		FromUserName: openId,
		MsgType: 'text',
		Content: text,
		CreateTime: Date.parse(at) / 1_000,
		wechat: { kind: 'text', openId, dedupeKey: `${openId}${messages}`, appId },
	};
}

export const asking = (openId: string) => message(openId, { text: '我的奖品' });

export const said = (json: IDataObject | undefined): string => String(json?.reply);
export const codeIn = (json: IDataObject | undefined): string => {
	const prize = json?.prize as IDataObject | undefined;
	return String(prize?.code);
};
