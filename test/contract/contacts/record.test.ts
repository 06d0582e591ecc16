import type { IDataObject } from 'n8n-workflow';
import { MemoryRecords } from '../../../nodes/shared/records/memory';
import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { sent } from '../../../nodes/shared/records/tables/sent';
import { happeningOf } from '../../../nodes/WeChatContacts/engine/happening';
import {
	recordDeparture,
	recordHappening,
} from '../../../nodes/WeChatContacts/operations/contact/recording';
import { dataTablesOf } from '../../harness/dataTables';
import { testCredentials } from '../../harness/engine';
import { MortalRun } from '../../harness/mortalRecords';
import { INJECTIONS } from '../../harness/recordsContract';
import { contactsNode, NOON, pushed } from './helper';

const PERSON = { appId: 'wxaaaaaaaa', openId: 'oA' };
const follow = (at = 0, more: IDataObject = {}) => pushed('oA', 'event.subscribe', at, more);
const leave = (at: number) => pushed('oA', 'event.unsubscribe', at);

async function scene() {
	const credentials = await testCredentials({ appId: 'wxcredential' });
	const tables = dataTablesOf(credentials);
	const record = async (...items: IDataObject[]) =>
		await contactsNode({ operation: 'record' }, items, credentials);
	const counts = async (...items: IDataObject[]) =>
		(await record(...items)).outputs.map((list) => list.length);
	return { credentials, tables, record, counts };
}

describe('WeChat Contacts: record', () => {
	it('makes a contact of who follows, with scene and source, and keeps what they do', async () => {
		const { tables, record } = await scene();
		const scan = follow(0, { wechat: { scene: 'store', source: 'qrCode' } });
		const { outputs } = await record(scan);
		expect(outputs[0]?.[0]).toMatchObject({
			FromUserName: 'oA',
			contact: {
				openId: 'oA',
				isFollower: true,
				scene: 'store',
				source: 'ADD_SCENE_QR_CODE',
				isReturning: false,
				isRepeated: false,
			},
		});
		expect(outputs.map((list) => list.length)).toEqual([1, 0, 0]);
		const said = pushed('oA', 'text', 60, { Content: '在吗', wechat: { text: '在吗' } });
		expect((await record(said)).outputs.map((list) => list.length)).toEqual([0, 1, 0]);
		expect(tables.rows('contacts')).toMatchObject([
			{
				key: 'contact:oA',
				isFollower: true,
				subscribedAt: '2026-11-24T12:00:00.000+08:00',
				lastAt: '2026-11-24T12:01:00.000+08:00',
				lastContactAt: '2026-11-24T12:01:00.000+08:00',
				scene: 'store',
			},
		]);
		expect(tables.rows('interactions')).toMatchObject([
			{ kind: 'event.subscribe', eventKey: 'store' },
			{ kind: 'text', text: '在吗' },
		]);
	});

	it('costs two runs of the store for a message of somebody who is known', async () => {
		const { tables, record } = await scene();
		await record(follow());
		await record(pushed('oA', 'text', 5));
		const before = tables.runs;
		await record(pushed('oA', 'text', 10));
		expect(tables.runs - before).toBe(2);
	});

	it('takes a tap as a sign of life that opens no two days, and reports as neither', async () => {
		const { tables, record, counts } = await scene();
		await record(follow());
		await record(pushed('oA', 'event.CLICK', 10, { EventKey: 'MENU' }));
		const [contact] = tables.rows('contacts');
		expect(contact).toMatchObject({ lastAt: '2026-11-24T12:00:10.000+08:00', lastContactAt: null });
		for (const event of [
			'TEMPLATESENDJOBFINISH',
			'MASSSENDJOBFINISH',
			'LOCATION',
			'kf_create_session',
		]) {
			expect(await counts(pushed('oA', `event.${event}`, 20))).toEqual([0, 1, 0]);
		}
		expect(await counts(pushed('oX', 'event.LOCATION', 20))).toEqual([0, 1, 0]);
		expect(tables.rows('contacts')).toEqual([contact]);
		expect(tables.rows('interactions')).toHaveLength(2);
	});

	it('records a delivery once, also two at the same moment, and says that it is repeated', async () => {
		const { tables, record } = await scene();
		const item = follow();
		const runs = await Promise.all([record(item), record(item), record(item)]);
		expect(runs.map(({ outputs }) => outputs[0]?.length)).toEqual([1, 1, 1]);
		expect(tables.rows('interactions')).toHaveLength(1);
		expect(tables.rows('contacts')).toHaveLength(1);
		const { outputs } = await record(item);
		expect(outputs[0]?.[0]).toMatchObject({ contact: { isRepeated: true } });
	});

	it('never goes back in time when messages arrive out of order', async () => {
		const { tables, record } = await scene();
		await record(pushed('oA', 'event.CLICK', 100, { EventKey: 'A' }));
		await record(pushed('oA', 'text', 50));
		await record(follow(0));
		expect(tables.rows('contacts')).toMatchObject([
			{
				lastAt: '2026-11-24T12:01:40.000+08:00',
				lastContactAt: '2026-11-24T12:00:50.000+08:00',
				subscribedAt: '2026-11-24T12:00:00.000+08:00',
			},
		]);
	});

	it('calls who followed before it was in use new, unless only following counts', async () => {
		const { credentials, counts } = await scene();
		expect(await counts(pushed('oOld', 'text', 0))).toEqual([1, 0, 0]);
		const parameters = { operation: 'record', newMeans: 'follow' };
		const { outputs } = await contactsNode(parameters, [pushed('oOlder', 'text', 0)], credentials);
		expect(outputs.map((list) => list.length)).toEqual([0, 1, 0]);
	});

	it.each(['event.unsubscribe', 'event.user_authorization_revoke'])(
		'deletes a person everywhere on %s, and leaves a trace that names nobody',
		async (kind) => {
			const { tables, record, counts } = await scene();
			await record(follow(), pushed('oB', 'text', 1));
			await record(pushed('oA', 'text', 2));
			expect(await counts(pushed('oA', kind, 10))).toEqual([0, 0, 1]);
			expect(tables.rows('contacts')).toMatchObject([{ openId: 'oB' }]);
			expect(tables.rows('interactions')).toMatchObject([{ openId: 'oB' }]);
			const traces = tables.rows('traces');
			expect(traces).toMatchObject([{ leftAt: '2026-11-24T12:00:10.000+08:00', hasSpoken: true }]);
			expect(JSON.stringify(traces)).not.toContain('oA');
			const names = tables.tables.map(({ name }) => name.replace(/^wechat_a+_/, ''));
			expect(names.sort()).toEqual(['contacts', 'interactions', 'traces']);
		},
	);

	it('does not bring back who has left by what was done before, and does by what comes after', async () => {
		const { tables, record, counts } = await scene();
		const [said, left] = [pushed('oA', 'text', 5), leave(10)];
		await record(follow(), left);
		for (const late of [said, follow(0), left]) {
			expect((await counts(late)).slice(0, 2)).toEqual([0, 0]);
		}
		expect(tables.rows('contacts')).toEqual([]);
		expect(tables.rows('interactions')).toEqual([]);
		const { outputs } = await record(follow(20));
		expect(outputs[0]?.[0]).toMatchObject({ contact: { isReturning: true, isFollower: true } });
		// Delivered once more after the person has followed again.
		expect(await counts(left, said)).toEqual([0, 0, 0]);
		expect(tables.rows('contacts')).toHaveLength(1);
	});

	it('remembers what is limited when a person comes back', async () => {
		const { tables, record } = await scene();
		await record(follow());
		const table = tables.tables.find(({ name }) => name.endsWith('interactions'));
		for (const key of ['1', '2']) {
			table?.rows.push({
				id: Number(key) + 100,
				key,
				openId: 'oA',
				kind: 'coupon',
				eventKey: 'welcome',
			});
		}
		await record(leave(10));
		const { outputs } = await record(follow(20));
		expect(outputs[0]?.[0]).toMatchObject({ contact: { limits: { 'coupon:welcome': 2 } } });
	});

	it('keeps accounts apart, by the account that the item came from', async () => {
		const { tables, record } = await scene();
		await record(
			follow(),
			follow(0, { wechat: { appId: 'wxbbbbbbbb' } }),
			pushed('oA', 'event.unsubscribe', 5, { wechat: { appId: 'wxbbbbbbbb' } }),
		);
		expect(tables.rows('wechat_aaaaaaaa_contacts')).toHaveLength(1);
		expect(tables.rows('wechat_bbbbbbbb_contacts')).toHaveLength(0);
	});

	it('takes what strangers write as text', async () => {
		const { tables, record } = await scene();
		for (const [position, text] of INJECTIONS.entries()) {
			const wechat = { text, scene: text, dedupeKey: `k${position}${text}`, source: 'qrCode' };
			const { error } = await record(pushed(text, 'event.subscribe', position, { wechat }));
			expect(error).toBeUndefined();
		}
		const stored = tables.rows('contacts').map(({ openId, scene: from }) => [openId, from]);
		expect(stored).toEqual(INJECTIONS.map((text) => [text, text]));
		for (const text of INJECTIONS) await record(pushed(text, 'event.unsubscribe', 60));
		expect(tables.rows('contacts')).toEqual([]);
	});

	it('says what is wrong with an item, goes on when it is set to, and does nothing without items', async () => {
		const { credentials, record } = await scene();
		const { error } = await record({ hello: 1 });
		expect(error?.message).toBe('The item is no message of the trigger');
		const { outputs } = await contactsNode(
			{ operation: 'record' },
			[{ hello: 1 }, follow()],
			credentials,
			'continueRegularOutput',
		);
		expect(outputs.map((list) => list.length)).toEqual([1, 1, 0]);
		expect((await record()).outputs.flat()).toEqual([]);
	});

	it('holds whenever a run is killed, and the item is delivered again', async () => {
		const { tables, record } = await scene();
		for (const items of [[follow()], [pushed('oA', 'text', 5)], [leave(10)], [follow(20)]]) {
			for (let step = 1; step < 15; step++) {
				let steps = 0;
				tables.beforeStep = () => {
					steps += 1;
					if (steps === step) throw new Error('killed');
				};
				await record(...items);
				tables.beforeStep = () => undefined;
			}
			await record(...items);
		}
		// Rows of one key fold into one when they are read.
		const kept = tables
			.rows('interactions')
			.map(({ key, kind }) => `${String(kind)} ${String(key)}`);
		expect([...new Set(kept)]).toEqual([expect.stringMatching(/^event\.subscribe /)]);
		expect(tables.rows('contacts')).toMatchObject([{ openId: 'oA', isFollower: true }]);
		expect(tables.rows('traces')).toHaveLength(1);
	});
});

describe('recording beside a deletion', () => {
	const happening = (item: IDataObject) => happeningOf(item, NOON * 1_000);

	it('leaves nothing of who has left, wherever the one stands when the other runs', async () => {
		const [begun, said, left] = [follow(0), pushed('oA', 'text', 5), leave(10)].map(happening);
		if (!begun || !said || !left) throw new Error('There is nothing to record');
		for (const first of [begun, said]) {
			for (let step = 1; step <= 16; step++) {
				const records = new MemoryRecords();
				if (first === said) await recordHappening(records, PERSON, begun);
				await records.put(sent, [{ key: 'x', openId: 'oA' }]);
				// The one stands still at a step, the other runs as a whole, and the first goes on.
				const slow = new SlowRecords(records, step, async () => {
					await recordDeparture(records, PERSON, left);
				});
				await recordHappening(slow.records(), PERSON, first);
				await slow.finished();
				expect(await records.read(contacts)).toEqual([]);
				expect(await records.read(interactions)).toEqual([]);
				expect(await records.read(sent)).toEqual([]);
			}
		}
	});

	it('finishes with the next departure what a killed deletion has left', async () => {
		const begun = happening(follow(0));
		const left = happening(leave(10));
		const other = happening(pushed('oB', 'event.unsubscribe', 30));
		for (let step = 1; step <= 24; step++) {
			const records = new MemoryRecords();
			await recordHappening(records, PERSON, begun);
			await records.put(sent, [{ key: 'x', openId: 'oA' }]);
			const run = new MortalRun(step);
			await run.run(async () => await recordDeparture(run.records(records), PERSON, left));
			const [contact] = await records.read(contacts);
			// Nothing was begun.
			if (contact?.leftAt === null) continue;
			await recordDeparture(records, { ...PERSON, openId: 'oB' }, other);
			expect(await records.read(sent)).toEqual([]);
			expect(await records.read(contacts)).toEqual([]);
		}
	});
});

/** Lets something else happen as a whole at a step of a run. */
class SlowRecords {
	private steps = 0;
	private isDone = false;

	constructor(
		private readonly inner: MemoryRecords,
		private readonly at: number,
		private readonly meanwhile: () => Promise<void>,
	) {}

	records(): MemoryRecords {
		const step = async () => {
			this.steps += 1;
			if (this.steps === this.at) await this.finished();
		};
		return new Proxy(this.inner, {
			get: (target, name) => {
				const member: unknown = Reflect.get(target, name, target);
				if (typeof member !== 'function') return member;
				return async (...args: unknown[]): Promise<unknown> => {
					await step();
					const value: unknown = await Reflect.apply(member, target, args);
					await step();
					return value;
				};
			},
		});
	}

	/** What happens meanwhile happens in any case. */
	async finished(): Promise<void> {
		if (this.isDone) return;
		this.isDone = true;
		await this.meanwhile();
	}
}
