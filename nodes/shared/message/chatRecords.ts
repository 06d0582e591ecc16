import type { IDataObject } from 'n8n-workflow';
import { jsonInteger } from '../json';
import { collectPages } from '../transport/paging';
import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';

/** WeChat: 24 hours and 10,000 messages a call. */
const DAY_S = 86_400;
const RECORDS_PER_CALL = 10_000;

/** Operation code of a message that the follower sent (WeChat: getmsglist); others are of the account. */
const RECEIVED = 2003;

interface RecordSpan {
	starttime: number;
	endtime: number;
}

/** A message between a follower and an account of customer service. */
export interface ChatRecord {
	openId: string;
	/** Account of customer service, e.g. `test1@gh_account`. */
	kfAccount: string;
	direction: 'received' | 'sent';
	text: string;
	/** Epoch milliseconds. */
	at: number;
}

const seconds = (epoch: number): number => Math.floor(epoch / 1_000);

/** Cuts a span of epoch milliseconds into days. */
export function recordSpans(from: number, to: number): RecordSpan[] {
	const [begin, end] = [seconds(from), seconds(to)];
	const spans: RecordSpan[] = [];
	for (let starttime = begin; starttime < end; starttime += DAY_S) {
		spans.push({ starttime, endtime: Math.min(starttime + DAY_S - 1, end) });
	}
	return spans;
}

function toRecord({ openid, worker, text, opercode, time }: IDataObject): ChatRecord {
	return {
		openId: String(openid ?? ''),
		kfAccount: String(worker ?? ''),
		direction: opercode === RECEIVED ? 'received' : 'sent',
		text: String(text ?? ''),
		at: Number(time) * 1_000,
	};
}

interface RecordPage {
	recordlist?: IDataObject[];
	msgid?: number | string;
	number?: number;
}

/** The messages of one span (WeChat: customservice/msgrecord/getmsglist), oldest first. */
export async function chatRecordsOf(ctx: RequestContext, span: RecordSpan): Promise<ChatRecord[]> {
	return await collectPages<ChatRecord, string>(async (from = '1') => {
		const { recordlist: entries = [], msgid: next } = await weChatRequest<RecordPage>(ctx, {
			method: 'POST',
			path: '/customservice/msgrecord/getmsglist',
			body: { ...span, msgid: jsonInteger(from), number: RECORDS_PER_CALL },
			safe: true,
		});
		const isFull = entries.length >= RECORDS_PER_CALL;
		return {
			entries: entries.map(toRecord),
			next: isFull && next !== undefined ? String(next) : undefined,
		};
	});
}
