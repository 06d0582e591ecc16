import { onCanvas, until } from '../lib/canvas';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
/** Today in Shanghai. */
const today = () => new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10);

const FIRST = { key: 'group:members1', isActive: true, capacity: 4, priority: 2 };
const SECOND = { key: 'group:members2', isActive: true, capacity: 10, priority: 1, scene: 'two' };

onCanvas('11', (stage) => {
	const state = () => stage().simulator.platform.state;
	const readBy = (openId: string) =>
		(state().followers.get(openId)?.inbox ?? []).map(({ type, content }) => {
			const { content: text, mediaId } = content as { content?: string; mediaId?: string };
			return type === 'text' ? (text ?? '') : `[${mediaId ?? type}]`;
		});
	const read = async (openId: string) => await Promise.resolve(readBy(openId));
	const tagsOf = (openId: string) =>
		(state().followers.get(openId)?.tagIds ?? []).map((id) => state().tags.get(id)?.name);
	const perGroup = async () => {
		const rows = await stage().rows('group_members');
		const taken = (key: string) => rows.filter(({ groupKey }) => groupKey === key).length;
		return [taken(FIRST.key), taken(SECOND.key)];
	};
	const scan = async (openId: string, EventKey: string, Event = 'SCAN') => {
		state().addFollower(openId);
		const event = { FromUserName: openId, MsgType: 'event', Event, EventKey, Ticket: 'ticket' };
		return await stage().push(event);
	};

	it('sends nothing and leads nowhere before somebody has written a group', async () => {
		const { run, room } = stage();
		expect((await run('morning')).status).toBe('success');
		expect((await run('evening')).status).toBe('success');
		expect(room.messages).toEqual([]);
	});

	it('gives people who ask at once the places of two groups, none too many, one each', async () => {
		const { say, write } = stage();
		await write('groups', FIRST);
		await write('groups', SECOND);
		const people = Array.from({ length: 8 }, (_, n) => `oGuest${n}`);
		for (const openId of people) state().addFollower(openId);
		await Promise.all(people.map(async (openId) => await say(openId, '进群')));
		// On a busy machine some come after the five seconds, as messages.
		for (const openId of people) await until(openId, async () => (await read(openId))[0]);
		for (const openId of people) {
			expect(readBy(openId)).toEqual([expect.stringMatching(/为您安排了「会员[一二]群」/)]);
		}
		expect(await perGroup()).toEqual([4, 4]);
		expect(await say('oGuest0', '加群')).toBe(readBy('oGuest0')[0]);
		expect(await perGroup()).toEqual([4, 4]);
	});

	it('counts the join that a member confirms, once, and lets other texts go', async () => {
		const { rows, say } = stage();
		expect(await say('oGuest0', '已进群')).toContain('欢迎来到「会员');
		expect(await say('oGuest0', '已进群')).toContain('已经登记过了');
		state().addFollower('oNobody');
		expect(await say('oNobody', '已进群')).toContain('还没有为您安排群');
		expect(await say('oNobody', '在吗')).toBe('');
		const joins = (await rows('interactions')).filter(({ kind }) => kind === 'groupJoin');
		expect(joins).toHaveLength(1);
	});

	it('shows the picture of the group whose code was scanned; other codes are not its business', async () => {
		const { write, statuses } = stage();
		state().media.set('qr', { contentType: 'image/png', data: Buffer.from('x') });
		await write('groups', { ...SECOND, mediaId: 'qr' });
		await scan('oScan', 'qrscene_two', 'subscribe');
		expect(await scan('oOther', 'store')).toBe('');
		await statuses(1);
		await until('the explanation', async () => (await read('oScan'))[1]);
		expect(readBy('oScan')).toEqual(['[qr]', expect.stringContaining('「会员二群」的二维码')]);
		expect(readBy('oOther')).toEqual([]);
		expect(await perGroup()).toEqual([4, 5]);
	});

	it('keeps a waiting list, tells staff, and invites when there is a place, once', async () => {
		const { room, run, say, write } = stage();
		await write('groups', { ...SECOND, mediaId: '', capacity: 5 });
		state().addFollower('oWait');
		expect(await say('oWait', '进群')).toContain('候补');
		expect((await run('morning')).status).toBe('success');
		expect(room.messages.at(-1)).toContain('1 人在候补');
		await write('groups', { ...SECOND, mediaId: '', capacity: 6 });
		expect((await run('morning')).status).toBe('success');
		expect((await run('morning')).status).toBe('success');
		expect(readBy('oWait').filter((text) => text.includes('「会员二群」'))).toHaveLength(1);
		expect(await perGroup()).toEqual([4, 6]);
	});

	it('brings the tags of members into step', async () => {
		const { run, write } = stage();
		expect(tagsOf('oGuest1')).toEqual(['会员群']);
		const did = { openId: 'oGuest1', kind: 'text', at: ago(3 * DAY_MS) };
		for (let n = 0; n < 8; n++) await write('interactions', { key: `did:${n}`, ...did });
		expect((await run('morning')).status).toBe('success');
		expect(tagsOf('oGuest1')).toEqual(['会员群', '活跃成员']);
		for (let n = 0; n < 8; n++) {
			await write('interactions', { key: `did:${n}`, ...did, at: ago(40 * DAY_MS) });
		}
		expect((await run('morning')).status).toBe('success');
		expect(tagsOf('oGuest1')).toEqual(['会员群']);
	});

	it('sends contents by layer to those who can be reached, each once, and tells staff', async () => {
		const { room, run, rows, say, write } = stage();
		const members = await rows('group_members');
		const makeOld = async (openId: string) => {
			const place = members.find((row) => row.openId === openId);
			await write('group_members', { key: String(place?.key), at: ago(20 * DAY_MS) });
		};
		for (const openId of ['oGuest1', 'oGuest2', 'oGuest3']) await makeOld(openId);
		const wrote = async (openId: string) => {
			await say(openId, '你好');
			const key = `wrote:${openId}`;
			await write('interactions', { key, openId, kind: 'text', at: ago(HOUR_MS) });
		};
		for (const openId of ['oGuest1', 'oGuest2', 'oGuest4']) await wrote(openId);
		await write('contacts', { key: 'contact:oGuest2', openId: 'oGuest2', consent: 'declined' });
		await write('group_contents', { key: 'content:welcome', isActive: true });
		await write('group_contents', { key: 'content:hello', isActive: true, sendOn: today() });
		const before = room.messages.length;
		expect((await run('evening')).status).toBe('success');
		expect((await run('evening')).status).toBe('success');
		const count = (openId: string, text: string) =>
			readBy(openId).filter((read) => read.includes(text)).length;
		expect(count('oGuest1', '好久不见')).toBe(1);
		expect(count('oGuest2', '好久不见')).toBe(0);
		expect(count('oGuest3', '好久不见')).toBe(0);
		expect(count('oGuest4', '三件小事')).toBe(1);
		expect(count('oGuest1', '三件小事')).toBe(0);
		expect(room.messages.slice(before)).toEqual([
			expect.stringMatching(/【沉默】[\s\S]*公众号发给 1 人；其余 2 人/),
		]);
	});
});
