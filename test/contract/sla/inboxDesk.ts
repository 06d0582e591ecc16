import type { IDataObject } from 'n8n-workflow';
import { tablePrefix } from '../../../nodes/shared/records/account';
import type { Records } from '../../../nodes/shared/records/port';
import { useAccount, type TestAccount } from '../../harness/account';
import { dataTablesOf, type DataTables } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { pageForms, type PageForm } from '../../harness/pageForms';
import { at, message, sla } from './cases';

/** What a page gave. */
export interface Page {
	html: string;
	statusCode: number;
	forms: PageForm[];
	/** Addresses of the cases that it leads to, in their order. */
	cases: string[];
	json: IDataObject;
}

/** What became of something that was sent from a page. */
export interface Submitted {
	/** `answered`, `closed` or `notSent`. */
	output: string;
	json: IDataObject;
	error?: { message: string };
}

const OUTPUTS = ['answered', 'closed', 'notSent'];

/** A member of the staff in front of the inbox. */
export interface InboxDesk {
	account: TestAccount;
	tables: DataTables;
	records: Records;
	/** A follower of the platform writes, and the message goes to a person. */
	writes(openId: string, text: string, time?: string, more?: IDataObject): Promise<void>;
	show(query?: IDataObject, more?: IDataObject): Promise<Page>;
	/** The page of the case that comes at a place of the list. */
	openCase(place?: number, more?: IDataObject): Promise<Page>;
	submit(body: IDataObject, more?: IDataObject): Promise<Submitted>;
	/** What a follower got by customer service messages. */
	got(openId: string): string[];
}

/** What is sent when somebody fills in a form and presses a button. */
export const filled = (page: Page, action: string, fields: IDataObject = {}): IDataObject => ({
	...page.forms[0]?.hidden,
	...fields,
	action,
});

export function useInbox(): InboxDesk {
	const account = useAccount();
	const desk = { account } as InboxDesk;
	beforeEach(() => {
		desk.tables = dataTablesOf(account.credentials);
		desk.records = dataTableRecords(desk.tables, tablePrefix(account.state.account.appId));
	});
	desk.writes = async (openId, text, time = '10:00', more = {}) => {
		const { state } = account;
		state.allow(state.followers.get(openId) ?? state.addFollower(openId), 5, 172_800_000);
		const { error } = await sla(account, 'openCase', {
			items: [message(openId, text, time, more)],
			now: at(time),
		});
		if (error) throw error;
	};
	desk.show = async (query = {}, more = {}) => {
		const headers = { authorization: 'Basic c2VjcmV0' };
		const { outputs, error } = await sla(account, 'showInbox', {
			items: [{ headers, params: {}, query, body: {} }],
			now: at('10:10'),
			...more,
		});
		if (error) throw error;
		const json = outputs[0]?.[0] ?? {};
		const html = String(json.html);
		return {
			html,
			json,
			statusCode: Number(json.statusCode),
			forms: pageForms(html),
			cases: [...html.matchAll(/href="\?case=([\w-]+)"/g)].map(([, ref = '']) => ref),
		};
	};
	desk.openCase = async (place = 0, more = {}) => {
		const { cases } = await desk.show({}, more);
		return await desk.show({ case: cases[place] }, more);
	};
	desk.submit = async (body, { now = at('10:20'), ...more } = {}) => {
		const { outputs, error } = await sla(account, 'answer', {
			items: [{ headers: {}, params: {}, query: {}, body }],
			now: String(now),
			...more,
		});
		const place = outputs.findIndex((list) => list.length > 0);
		return {
			output: OUTPUTS[place] ?? '',
			json: outputs[place]?.[0] ?? {},
			...(error ? { error } : {}),
		};
	};
	desk.got = (openId) =>
		(account.state.followers.get(openId)?.inbox ?? []).map(({ content }) =>
			String((content as { content?: string }).content),
		);
	return desk;
}
