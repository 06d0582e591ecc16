import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { dataTablesOf, type DataTables } from '../../harness/dataTables';
import { useAccount, type TestAccount } from '../../harness/account';
import { runNode } from '../../harness/engine';
import { addComment, seed } from '../../simulator/control';
import type { Comment } from '../../simulator/state';

export const ONE = 2247490098;
export const TWO = 2247490099;
export const LIST = '/cgi-bin/comment/list';

/** What came of a run, by output. */
export interface DeskResult {
	outputs: IDataObject[][];
	error?: Error & { description?: string | null };
}

/** An account with two articles, and its comment desk. */
export interface Desk {
	account: TestAccount;
	tables(): DataTables;
	/** Minutes that have passed; every run counts from it. */
	minutes: number;
	now(): string;
	run(
		operation: string,
		parameters?: INodeParameters,
		items?: IDataObject[],
		onError?: INode['onError'],
	): Promise<DeskResult>;
	watch(list?: string): Promise<void>;
	getNew(options?: Record<string, number>): Promise<IDataObject[]>;
	comment(content: string, msgDataId?: number, ageSeconds?: number): Comment;
}

export const contentsOf = (items: IDataObject[] = []) => items.map(({ content }) => content);

export function useDesk(): Desk {
	const account = useAccount();
	const desk: Desk = {
		account,
		minutes: 0,
		tables: () => dataTablesOf(account.credentials),
		now: () =>
			new Date(account.simulator.platform.state.clock.now() + desk.minutes * 60_000).toISOString(),
		run: async (operation, parameters = {}, items = [{}], onError = undefined) => {
			const { run, error } = await runNode(
				{
					type: 'weChatComments',
					parameters: {
						operation,
						...parameters,
						options: { now: desk.now(), ...(parameters.options as IDataObject | undefined) },
					} as INodeParameters,
					onError,
				},
				items,
				account.credentials,
			);
			const main = run.data.resultData.runData.Subject?.at(-1)?.data?.main ?? [];
			return { outputs: main.map((list) => (list ?? []).map(({ json }) => json)), error };
		},
		watch: async (list = `${ONE}\n${TWO}`) => {
			const { error } = await desk.run('watchArticle', { articlesFrom: 'entered', articles: list });
			expect(error).toBeUndefined();
		},
		getNew: async (options = {}) => {
			const { outputs, error } = await desk.run('getNew', { options });
			expect(error).toBeUndefined();
			return outputs[0] ?? [];
		},
		comment: (content, msgDataId = ONE, ageSeconds = 0) =>
			addComment(account.simulator.platform, { msgDataId, content, ageSeconds, openId: 'oAmy' }),
	};
	beforeEach(() => {
		desk.minutes = 0;
		seed(account.simulator.platform, {
			articles: [
				{ msgDataId: ONE, title: '一' },
				{ msgDataId: TWO, title: '二', daysAgo: 2 },
			],
		});
	});
	return desk;
}
