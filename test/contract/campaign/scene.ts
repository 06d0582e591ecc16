import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { tablePrefix } from '../../../nodes/shared/records/account';
import type { Records } from '../../../nodes/shared/records/port';
import type { RowOf } from '../../../nodes/shared/records/table';
import { campaigns } from '../../../nodes/shared/records/tables/campaigns';
import { contactKey, contacts } from '../../../nodes/shared/records/tables/contacts';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { useAccount, type TestAccount } from '../../harness/account';
import { dataTablesOf, type DataTables } from '../../harness/dataTables';
import { runNode } from '../../harness/engine';
import { dataTableRecords } from '../../harness/records';

/** A Tuesday at noon in Shanghai: no quiet hour. */
export const NOW = '2026-11-24T12:00:00+08:00';
export const NOON = Date.parse(NOW);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Ran {
	outputs: INodeExecutionData[][];
	json: IDataObject[][];
	error?: Error & { description?: string | null };
}

export interface Scene {
	account: TestAccount;
	tables: DataTables;
	records: Records;
	/** Runs an operation of the node. */
	run(
		operation: string,
		parameters?: IDataObject,
		items?: IDataObject[],
		onError?: INode['onError'],
	): Promise<Ran>;
	/** Writes a campaign that is running. */
	campaign(changes?: Partial<RowOf<typeof campaigns>>): Promise<void>;
	/** Writes a follower, of WeChat and of the records, who has just written to the account. */
	follower(openId: string, changes?: Partial<RowOf<typeof contacts>>): Promise<void>;
	/** What a follower got of the account. */
	inbox(openId: string): unknown[];
}

const FIELDS: Partial<RowOf<typeof campaigns>> = {
	name: '好久不见',
	isActive: true,
	segments: '沉默, 流失',
	channels: '客服消息, 订阅通知',
	text: '好久不见！回复“优惠”看本月活动。',
	holdOutPercent: 0,
};

/** A simulated account, its tables, and the node to be run on them; fresh for every test. */
export function useCampaigns(node = 'weChatCampaign'): Scene {
	const account = useAccount();
	const scene = { account } as Scene;
	beforeEach(() => {
		scene.tables = dataTablesOf(account.credentials);
		scene.records = dataTableRecords(scene.tables, tablePrefix(account.state.account.appId));
	});
	scene.run = async (operation, parameters = {}, items = [{}], onError) => {
		const options = { now: NOW, ...(parameters.options as IDataObject) };
		const { run, error } = await runNode(
			{ type: node, parameters: { operation, ...parameters, options }, onError },
			items,
			account.credentials,
		);
		const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
		const outputs = main.map((list) => list ?? []);
		return { error, outputs, json: outputs.map((list) => list.map(({ json }) => json)) };
	};
	scene.campaign = async (changes = {}) =>
		await scene.records.put(campaigns, [{ key: 'back', ...FIELDS, ...changes }]);
	scene.follower = async (openId, changes = {}) => {
		account.state.addFollower(openId, {
			allowances: [{ left: 5, until: Number.POSITIVE_INFINITY }],
		});
		await scene.records.put(contacts, [
			{
				key: contactKey(openId),
				openId,
				isFollower: true,
				subscribedAt: NOON - 100 * DAY,
				segment: 'dormant',
				lastContactAt: NOON - HOUR,
				...changes,
			},
		]);
	};
	scene.inbox = (openId) =>
		(account.state.followers.get(openId)?.inbox ?? []).map(({ content }) => content);
	return scene;
}

/** Writes what a follower did, or got. */
export async function happened(
	{ records }: Scene,
	openId: string,
	kind: string,
	at: number,
	more: Partial<RowOf<typeof interactions>> = {},
): Promise<void> {
	const row = { key: `${openId}:${kind}:${at}`, openId, kind, at, ...more };
	await records.put(interactions, [row]);
}
