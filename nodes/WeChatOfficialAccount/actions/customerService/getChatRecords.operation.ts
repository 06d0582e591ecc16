import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { UserInputError } from '../../../shared/inputError';
import { collectPages } from '../../../shared/transport/paging';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

/** WeChat: 24 hours and 10,000 messages a call. */
const DAY_S = 86_400;
const RECORDS_PER_CALL = 10_000;

interface Window {
	starttime: number;
	endtime: number;
}

function secondsOf(
	ctx: IExecuteFunctions,
	name: string,
	itemIndex: number,
	fallback?: number,
): number {
	const text = String(ctx.getNodeParameter(name, itemIndex, '') ?? '');
	if (text === '' && fallback !== undefined) return fallback;
	const time = Date.parse(text);
	if (Number.isNaN(time)) {
		throw new UserInputError(
			`'${name === 'from' ? 'From' : 'To'}' is not a date`,
			'Enter a date with time, e.g. 2026-11-24T09:00:00+08:00.',
		);
	}
	return Math.floor(time / 1_000);
}

/** Cuts a span into days. @throws UserInputError when it ends before it begins */
export function dayWindows(from: number, to: number): Window[] {
	if (to <= from) throw new UserInputError("'To' lies before 'From'", 'Exchange the two dates.');
	const windows: Window[] = [];
	for (let starttime = from; starttime < to; starttime += DAY_S) {
		windows.push({ starttime, endtime: Math.min(starttime + DAY_S - 1, to) });
	}
	return windows;
}

async function recordsOf(ctx: IExecuteFunctions, window: Window): Promise<IDataObject[]> {
	return await collectPages<IDataObject, number>(async (msgid = 1) => {
		const page = await post<{ recordlist?: IDataObject[]; msgid?: number; number?: number }>(
			ctx,
			'/customservice/msgrecord/getmsglist',
			{ ...window, msgid, number: RECORDS_PER_CALL },
			true,
		);
		const { recordlist: entries = [], msgid: next } = page;
		const isFull = entries.length >= RECORDS_PER_CALL;
		return { entries: entries.map(toRecord), next: isFull ? next : undefined };
	});
}

function toRecord(record: IDataObject): IDataObject {
	const { openid, worker, text, opercode, time } = record;
	return {
		openId: openid,
		kfAccount: worker,
		direction: opercode === 2003 ? 'received' : 'sent',
		text,
		at: isoFromSeconds(Number(time)),
	};
}

export const getChatRecords: ItemOperation = {
	option: {
		name: 'Get Chat Records',
		value: 'getChatRecords',
		action: 'Get chat records of customer service',
		description: 'Get the messages between followers and accounts',
	},
	endpoints: ['POST /customservice/msgrecord/getmsglist'],
	limits: '10,000 messages and 24 hours per call',
	properties: [
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			required: true,
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			description:
				'Now, when empty. WeChat gives one day at a time; longer spans are read in pieces.',
		},
		...returnAllFields,
	],
	async execute(ctx, itemIndex) {
		const windows = dayWindows(
			secondsOf(ctx, 'from', itemIndex),
			secondsOf(ctx, 'to', itemIndex, Math.floor(Date.now() / 1_000)),
		);
		const limit = limitOf(ctx, itemIndex);
		const records: IDataObject[] = [];
		for (const window of windows) {
			for (const record of await recordsOf(ctx, window)) records.push(record);
			if (limit !== undefined && records.length >= limit) return records.slice(0, limit);
		}
		return records;
	},
};
