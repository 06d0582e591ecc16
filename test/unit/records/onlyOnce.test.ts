import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../nodes/shared/inputError';
import { MemoryRecords } from '../../../nodes/shared/records/memory';
import { onlyOnce, type Delivery } from '../../../nodes/shared/records/onlyOnce';
import { BROKEN_OFF_MS, sentKey, type Outgoing } from '../../../nodes/shared/records/sentRow';
import type { Records } from '../../../nodes/shared/records/port';
import { sendingFields } from '../../../nodes/shared/records/sendingFields';
import { sent } from '../../../nodes/shared/records/tables/sent';
import {
	WeChatApiError,
	WeChatTransportError,
	withNote,
} from '../../../nodes/shared/transport/errors';
import { DataTables } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { INJECTIONS } from '../../harness/recordsContract';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const MINUTE_MS = 60_000;

const message: Outgoing = {
	key: 'reply:o1:100',
	what: 'Customer service message',
	openId: 'o1',
	isRepeatable: false,
};
const brokenOff = () =>
	new WeChatTransportError('/x', 'The connection was lost', 'Look.', 'unknown');

describe('only once', () => {
	let tables: DataTables;
	let calls: Delivery[];
	let now: number;
	let answer: () => IDataObject;
	beforeEach(() => {
		tables = new DataTables();
		calls = [];
		now = NOON;
		answer = () => ({ msgId: String(calls.length) });
	});

	const send = async (
		changes: Partial<Outgoing> = {},
		records: Records = dataTableRecords(tables),
	) =>
		await onlyOnce(records, { ...message, ...changes }, now, async (delivery) => {
			calls.push(delivery);
			return await Promise.resolve(answer());
		});
	const failing = (error: unknown) => {
		answer = () => {
			throw error;
		};
	};
	const row = () => tables.rows('sent_log')[0];

	it('sends the first time and gives what was answered the next time', async () => {
		expect(await send()).toEqual({ status: 'sent', result: { msgId: '1' }, isRecorded: true });
		expect(await send()).toEqual({ status: 'alreadySent', result: { msgId: '1' } });
		expect(calls).toHaveLength(1);
		expect(row()).toMatchObject({
			key: message.key,
			what: message.what,
			openId: 'o1',
			state: 'sent',
			at: '2026-11-24T12:00:00.000+08:00',
		});
	});

	it('sends what has another key', async () => {
		await send();
		expect(await send({ key: 'reply:o1:101' })).toMatchObject({ status: 'sent' });
	});

	it('lets one of two at the same moment send', async () => {
		const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
		expect(calls).toHaveLength(1);
		expect(statuses.sort()).toEqual(['sent', 'underWay', 'underWay']);
		expect(tables.rows('sent_log')).toHaveLength(1);
	});

	it.each([
		['WeChat said no', new WeChatApiError('/x', 45009, 'reach max api daily quota limit')],
		['the call never left', new WeChatTransportError('/x', 'Not reached', 'Look.', 'notSent')],
		['what is filled in cannot be used', new UserInputError("'Text' is empty", 'Fill it in.')],
	])('sends again when %s', async (_why, error) => {
		failing(error);
		await expect(send()).rejects.toBe(error);
		expect(row()).toMatchObject({ state: 'refused' });
		answer = () => ({ ok: true });
		expect(await send()).toMatchObject({ status: 'sent' });
	});

	it('never repeats what broke off, and says that it is not known', async () => {
		const error = brokenOff();
		failing(error);
		await expect(send()).rejects.toBe(error);
		now += 24 * 60 * MINUTE_MS;
		expect(await send()).toEqual({ status: 'unknown' });
		expect(calls).toHaveLength(1);
		expect(row()).toMatchObject({
			state: 'unknown',
			result: expect.stringContaining('lost') as string,
		});
	});

	it('takes what went out in part for a call that broke off', async () => {
		failing(withNote(new WeChatApiError('/x', 45028, 'no quota'), '10,000 were sent to already.'));
		await expect(send()).rejects.toThrow('45028');
		expect(await send()).toEqual({ status: 'unknown' });
	});

	it('takes an error that it does not know for a call that broke off', async () => {
		failing(new TypeError('x is not a function'));
		await expect(send()).rejects.toThrow(TypeError);
		expect(await send()).toEqual({ status: 'unknown' });
	});

	it('repeats at once where WeChat drops a second one, by the same ID', async () => {
		const repeatable = { isRepeatable: true };
		failing(brokenOff());
		await expect(send(repeatable)).rejects.toThrow('lost');
		answer = () => ({ ok: true });
		expect(await send(repeatable)).toMatchObject({ status: 'sent' });
		expect(calls.map(({ mayBeSent }) => mayBeSent)).toEqual([false, true]);
		expect(calls[1]?.clientId).toBe(calls[0]?.clientId);
		expect(calls[0]?.clientId).toMatch(/^[0-9a-f]{32}$/);
	});

	it('repeats no longer than WeChat remembers, counted from the first call', async () => {
		const tenMinutes = { isRepeatable: true, repeatableForMs: 10 * MINUTE_MS };
		failing(brokenOff());
		await expect(send(tenMinutes)).rejects.toThrow('lost');
		now += 6 * MINUTE_MS;
		await expect(send(tenMinutes)).rejects.toThrow('lost');
		now += 5 * MINUTE_MS;
		expect(await send(tenMinutes)).toEqual({ status: 'unknown' });
		expect(calls).toHaveLength(2);
	});

	it('does not forget by a refusal that an earlier call may have gone out', async () => {
		const tenMinutes = { isRepeatable: true, repeatableForMs: 10 * MINUTE_MS };
		failing(brokenOff());
		await expect(send(tenMinutes)).rejects.toThrow('lost');
		failing(new WeChatApiError('/x', 45009, 'reach max api daily quota limit'));
		await expect(send(tenMinutes)).rejects.toThrow('45009');
		now += 11 * MINUTE_MS;
		expect(await send(tenMinutes)).toEqual({ status: 'unknown' });
	});

	it('waits for a run that is sending, as long as it can take', async () => {
		const records = dataTableRecords(tables);
		await records.put(sent, [{ key: message.key, state: 'sending', at: NOON, attempt: 'other' }]);
		now = NOON + BROKEN_OFF_MS;
		expect(await send()).toEqual({ status: 'underWay' });
		now += 1;
		expect(await send()).toEqual({ status: 'unknown' });
		expect(row()).toMatchObject({ state: 'unknown' });
		expect(calls).toHaveLength(0);
	});

	it('lets one of several take up what broke off', async () => {
		const records = dataTableRecords(tables);
		await records.put(sent, [{ key: message.key, state: 'sending', at: NOON, attempt: 'other' }]);
		now = NOON + BROKEN_OFF_MS + 1;
		const repeatable = { isRepeatable: true };
		await Promise.all([send(repeatable), send(repeatable), send(repeatable)]);
		expect(calls).toEqual([expect.objectContaining({ mayBeSent: true })]);
	});

	it('goes by what a person has set after looking', async () => {
		failing(brokenOff());
		await expect(send()).rejects.toThrow('lost');
		answer = () => ({ ok: true });
		const records = dataTableRecords(tables);
		await records.put(sent, [{ key: message.key, state: 'refused' }]);
		expect(await send()).toMatchObject({ status: 'sent' });
		await records.put(sent, [{ key: message.key, state: 'sent' }]);
		expect(await send()).toMatchObject({ status: 'alreadySent' });
		await records.put(sent, [{ key: message.key, state: 'maybe?' }]);
		expect(await send()).toEqual({ status: 'unknown' });
	});

	it('says what went out although that could not be written down', async () => {
		let isDown = false;
		answer = () => {
			isDown = true;
			return { ok: true };
		};
		tables.beforeStep = () => {
			if (isDown) throw new Error('The database is locked');
		};
		expect(await send()).toEqual({ status: 'sent', result: { ok: true }, isRecorded: false });
		isDown = false;
		expect(await send()).toEqual({ status: 'underWay' });
	});

	it('tells the error of the call, not that of the store', async () => {
		tables.beforeStep = () => {
			if (calls.length > 0) throw new Error('The database is locked');
		};
		const error = brokenOff();
		failing(error);
		await expect(send()).rejects.toBe(error);
	});

	it('does not send when the store cannot be used', async () => {
		tables.beforeStep = () => {
			throw new Error('The database is locked');
		};
		await expect(send()).rejects.toThrow('could not be used');
		expect(calls).toHaveLength(0);
	});

	it.each([...INJECTIONS, 'a\u0000b', '😀'.repeat(300)])('keeps the key %j apart', async (text) => {
		const key = `reply:${text}`;
		expect(await send({ key })).toMatchObject({ status: 'sent' });
		expect(await send({ key })).toMatchObject({ status: 'alreadySent' });
		expect(await send({ key: `${key}.` })).toMatchObject({ status: 'sent' });
	});

	it('works with rows in memory, too', async () => {
		const records = new MemoryRecords();
		await send({}, records);
		expect(await send({}, records)).toMatchObject({ status: 'alreadySent' });
	});

	it('shortens long keys and keeps short ones', () => {
		expect(sentKey('a:b')).toBe('a:b');
		const [one, other] = [`${'k'.repeat(400)}1`, `${'k'.repeat(400)}2`].map(sentKey);
		expect(one).toHaveLength(240);
		expect(one).not.toBe(other);
	});

	it('gives fields for an item', () => {
		const result = { msgId: '1' };
		const fields = (sending: Parameters<typeof sendingFields>[1]) =>
			sendingFields(message, sending);
		expect(fields({ status: 'sent', result, isRecorded: true })).toEqual(result);
		expect(fields({ status: 'alreadySent', result })).toEqual({ msgId: '1', alreadySent: true });
		expect(fields({ status: 'underWay' })).toEqual({
			openId: 'o1',
			sentKey: message.key,
			underWay: true,
			summary: expect.stringContaining('正在发送') as string,
		});
		expect(fields({ status: 'unknown' })).toMatchObject({
			unknown: true,
			sentKey: message.key,
			summary: expect.stringContaining('refused') as string,
		});
	});
});
