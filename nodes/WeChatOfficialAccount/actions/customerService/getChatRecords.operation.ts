import type { IDataObject } from 'n8n-workflow';
import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { UserInputError } from '../../../shared/inputError';
import { chatRecordsOf, recordSpans, type ChatRecord } from '../../../shared/message/chatRecords';
import { moment, optionalMoment } from '../../../shared/operations/time';
import { limit } from '../../descriptions/common';
import { itemOperation } from '../operation';

const toItem = ({ at, ...record }: ChatRecord): IDataObject => ({
	...record,
	at: isoFromSeconds(at / 1_000),
});

export const getChatRecords = itemOperation({
	option: {
		name: 'Get Chat Records',
		value: 'getChatRecords',
		action: 'Get chat records of customer service',
		description: 'Get the messages between followers and accounts',
	},
	endpoints: ['POST /customservice/msgrecord/getmsglist'],
	limits: '10,000 messages and 24 hours per call',
	fields: {
		from: moment('From'),
		to: optionalMoment('To', {
			description:
				'Now, when empty. WeChat gives one day at a time; longer spans are read in pieces.',
		}),
		limit,
	},
	async execute(ctx, { from, to = Date.now(), limit }) {
		if (to <= from) throw new UserInputError("'To' lies before 'From'", 'Swap the two dates.');
		const records: IDataObject[] = [];
		for (const span of recordSpans(from, to)) {
			for (const record of await chatRecordsOf(ctx, span)) records.push(toItem(record));
			if (limit !== undefined && records.length >= limit) return records.slice(0, limit);
		}
		return records;
	},
});
