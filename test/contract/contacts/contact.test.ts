import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { INJECTIONS } from '../../harness/recordsContract';
import { contactsNode, NOON, pushed } from './helper';

const at = (seconds: number) => new Date((NOON + seconds) * 1_000).toISOString();
const DAY = 86_400;
const object = (value: unknown): IDataObject => value as IDataObject;

describe('WeChat Contacts: contact', () => {
	const account = useAccount();
	const run = async (
		operation: string,
		parameters: INodeParameters = {},
		items: IDataObject[] = [{ openId: 'oA' }],
		now = at(600),
	) =>
		await contactsNode(
			{ operation, ...parameters, options: { ...object(parameters.options ?? {}), now } },
			items,
			account.credentials,
		);
	const appId = () => account.state.account.appId;
	const say = async (openId: string, kind: string, seconds: number, more: IDataObject = {}) => {
		const wechat = { ...object(more.wechat ?? {}), appId: appId() };
		await run('record', {}, [pushed(openId, kind, seconds, { ...more, wechat })]);
	};
	const tables = () => dataTablesOf(account.credentials);
	const first = async (...args: Parameters<typeof run>) => {
		const { error, outputs } = await run(...args);
		expect(error).toBeUndefined();
		return outputs.flat()[0] ?? {};
	};

	describe('get profile', () => {
		it('tells what is known, how and until when the person can be reached, and as a card', async () => {
			await say('oA', 'event.subscribe', -40 * DAY, {
				wechat: { scene: 'store', source: 'qrCode' },
			});
			await run('set', { changes: { tier: 'vip', tags: '会员,上海', remark: '王女士' } });
			await say('oA', 'text', 0);
			const { profile, summary, openId } = await first('getProfile');
			expect(openId).toBe('oA');
			expect(profile).toMatchObject({
				isFollower: true,
				tier: 'vip',
				tags: ['会员', '上海'],
				source: 'ADD_SCENE_QR_CODE',
				interactions30Days: 1,
				points: null,
				reachable: {
					canWrite: true,
					channel: 'customerServiceMessage',
					messagesLeft: 5,
					until: '2026-11-26T12:00:00.000+08:00',
				},
			});
			expect(summary).toBe(
				[
					'备注：王女士',
					'等级：vip',
					'标签：会员,上海',
					'关注：2026-10-15 12:00',
					'来源：扫描二维码，store',
					'最近互动：2026-11-24 12:00',
					'近 30 天：1 次，1 天',
					'联系：可发客服消息 5 条，到 2026-11-26 12:00 为止',
				].join('\n'),
			);
			const later = await first('getProfile', {}, [{ openId: 'oA' }], at(3 * DAY));
			expect(later).toMatchObject({ profile: { reachable: { canWrite: false, until: null } } });
		});

		it('takes the follower of the item, says when there is none, and makes no table but its own', async () => {
			const { outputs, error } = await run('getProfile', {}, [pushed('oNobody', 'text', 0)]);
			expect(error).toBeUndefined();
			expect(outputs.map((list) => list.length)).toEqual([0, 1]);
			const missing = await run('getProfile', {}, [{}]);
			expect(missing.error?.message).toBe('It is not known which follower is meant');
		});
	});

	describe('set', () => {
		it('changes what is filled in, adds and removes tags, and merges data', async () => {
			await say('oA', 'text', 0);
			await run('set', { changes: { tags: 'a,b', data: '{"city":"杭州","age":3}' } });
			const changes = { addTags: 'c', removeTags: 'a', consent: 'granted', data: '{"age":null}' };
			const { contact } = await first('set', { changes });
			expect(contact).toMatchObject({
				tags: ['b', 'c'],
				consent: 'granted',
				consentAt: '2026-11-24T12:10:00.000+08:00',
				data: { city: '杭州' },
			});
		});

		it('loses no tag of two that are added at the same moment', async () => {
			await say('oA', 'text', 0);
			await Promise.all(
				['a', 'b', 'c'].map(async (addTags) => await run('set', { changes: { addTags } })),
			);
			expect(String(tables().rows('contacts')[0]?.tags).split(',').sort()).toEqual(['a', 'b', 'c']);
		});

		it('brings back nobody, unless missing contacts are to be added', async () => {
			const { outputs } = await run('set', { changes: { tier: 'vip' } });
			expect(outputs.map((list) => list.length)).toEqual([0, 1]);
			expect(tables().rows('contacts')).toEqual([]);
			await first('set', { changes: { tier: 'vip' }, options: { addMissing: true } });
			expect(tables().rows('contacts')).toMatchObject([{ openId: 'oA', tier: 'vip' }]);
		});

		it('keeps what people write as text', async () => {
			for (const text of INJECTIONS) {
				const items = [{ openId: text, remark: text }];
				const set = { changes: { remark: '={{ $json.remark }}' }, options: { addMissing: true } };
				expect(await first('set', set, items)).toMatchObject({ contact: { remark: text } });
			}
		});
	});

	it('gets many by follower, tier, segment, tag, group, scene and activity', async () => {
		await say('oA', 'event.subscribe', -10 * DAY, { wechat: { scene: 'store' } });
		await say('oB', 'text', 0);
		await run('set', { changes: { tags: 'vip,会员', tier: 'vip', groupName: '一群' } });
		const ids = async (filters: IDataObject, more: IDataObject = {}) =>
			(await run('getMany', { filters, returnAll: true, ...more } as INodeParameters, [{}])).outputs
				.flat()
				.map(({ openId }) => openId);
		expect(await ids({})).toEqual(['oA', 'oB']);
		expect(await ids({}, { returnAll: false, limit: 1 })).toEqual(['oA']);
		expect(await ids({ tag: '会员', tier: 'vip', groupName: '一群', scene: 'store' })).toEqual([
			'oA',
		]);
		expect(await ids({ tag: '会' })).toEqual([]);
		expect(await ids({ activeSince: at(-DAY) })).toEqual(['oB']);
		expect(await ids({ activeBefore: at(-DAY) })).toEqual(['oA']);
		expect(await ids({ follower: 'no' })).toEqual([]);
		expect(await ids({ segment: 'highValue' })).toEqual([]);
	});

	it('finds the silent, each once for one silence, and again after a while when asked to', async () => {
		await say('oA', 'event.subscribe', -60 * DAY);
		await say('oB', 'text', -60 * DAY);
		await say('oC', 'text', -DAY);
		const silent = async (parameters: INodeParameters = {}, now = at(600)) =>
			(
				await run('findSilent', { silentDays: 30, returnAll: true, ...parameters }, [{}], now)
			).outputs
				.flat()
				.map(({ openId, silentDays }) => `${String(openId)} ${String(silentDays)}`);
		const both = await Promise.all([silent(), silent()]);
		expect(both.flat().sort()).toEqual(['oA 60', 'oB 60']);
		expect(await silent()).toEqual([]);
		expect(await silent({ onlyOnce: false })).toEqual(['oA 60', 'oB 60']);
		expect(await silent({ againDays: 7 }, at(8 * DAY))).toEqual(['oA 68', 'oB 68']);
		await say('oA', 'text', 9 * DAY);
		expect(await silent({}, at(45 * DAY))).toEqual(['oC 46', 'oA 36']);
	});

	it('exports everything that is kept, as data and as a file, and forgets it', async () => {
		await say('oA', 'event.subscribe', 0);
		await say('oA', 'text', 5, { wechat: { text: '=1+1' } });
		await say('oB', 'text', 5);
		const { items, error } = await run('export');
		expect(error).toBeUndefined();
		const [exported] = items[0] ?? [];
		expect(exported?.json).toMatchObject({
			export: {
				openId: 'oA',
				tables: {
					contacts: [{ openId: 'oA', lastAt: '2026-11-24T12:00:05.000+08:00' }],
					interactions: [{ kind: 'event.subscribe' }, { text: '=1+1' }],
				},
			},
			summary: '共 2 张表、3 行，见文件。',
		});
		expect(exported?.binary?.data).toMatchObject({
			fileName: 'personal-data.json',
			mimeType: 'application/json',
		});
		for (let times = 1; times <= 2; times++) {
			expect(await first('forget')).toMatchObject({
				forgotten: { openId: 'oA', tables: ['contacts', 'interactions'] },
			});
		}
		expect(tables().rows('contacts')).toMatchObject([{ openId: 'oB' }]);
		expect(tables().rows('interactions')).toMatchObject([{ openId: 'oB' }]);
		expect(JSON.stringify(tables().rows('traces'))).not.toContain('oA');
	});

	describe('import followers', () => {
		const seeded = (count: number) => {
			for (let n = 0; n < count; n++) account.state.addFollower(`oF${n}`);
		};
		const keys = () =>
			tables()
				.rows('contacts')
				.map(({ key }) => key);
		const quota = (path: string, calls: number) => {
			Object.assign(account.state.quotas, { [path]: calls });
		};

		it('makes contacts of everybody who follows, once, with what WeChat knows', async () => {
			seeded(3);
			const follower = account.state.followers.get('oF1');
			Object.assign(follower ?? {}, { remark: '老客户', followScene: 'ADD_SCENE_SEARCH' });
			await say('oF2', 'text', 0);
			const done = await first('importFollowers', {}, [{}, {}]);
			expect(done).toMatchObject({
				import: { listed: 3, total: 3, added: 2 },
				summary: '已导入 3 / 3 位粉丝，其中 2 位是新记录的。',
			});
			const rows = tables().rows('contacts');
			expect(rows).toHaveLength(3);
			expect(rows.every(({ isFollower, subscribedAt }) => isFollower && subscribedAt)).toBe(true);
			expect(rows.find(({ openId }) => openId === 'oF1')).toMatchObject({
				remark: '老客户',
				source: 'ADD_SCENE_SEARCH',
			});
			expect(account.calls('/cgi-bin/user/get')).toHaveLength(1);
			const again = await first('importFollowers', {}, [{}], at(700));
			expect(again).toMatchObject({ import: { added: 0 } });
			expect(keys()).toHaveLength(3);
		});

		it('goes on where the quota of the day has ended it', async () => {
			seeded(250);
			quota('/cgi-bin/user/info/batchget', 2);
			const { error } = await run('importFollowers', {}, [{}]);
			expect(error?.description).toContain('it goes on from there');
			quota('/cgi-bin/user/info/batchget', 3);
			expect(await first('importFollowers', {}, [{}])).toMatchObject({
				import: { listed: 250, total: 250, added: 250 },
			});
			expect(account.calls('/cgi-bin/user/info/batchget')).toHaveLength(4);
			expect(new Set(keys()).size).toBe(250);
		}, 60_000);

		it('holds whenever a run is killed', async () => {
			seeded(5);
			for (let step = 1; step <= 24; step++) {
				let steps = 0;
				tables().beforeStep = () => {
					steps += 1;
					if (steps === step) throw new Error('killed');
				};
				await run('importFollowers', {}, [{}]);
				tables().beforeStep = () => undefined;
				await first('importFollowers', { startsOver: step % 2 === 0 }, [{}]);
				expect(new Set(keys()).size).toBe(5);
			}
		}, 60_000);

		it('brings back nobody who leaves while the list is read', async () => {
			seeded(2);
			const follower = account.state.followers.get('oF1');
			Object.assign(follower ?? {}, { followedAt: NOON - DAY });
			// The event comes while WeChat still lists the follower.
			await say('oF1', 'event.unsubscribe', Math.floor(Date.now() / 1_000) - NOON);
			await first('importFollowers', {}, [{}]);
			expect(keys()).toEqual(['contact:oF0']);
		});
	});
});
