import { onEachStore, useSystem } from '../lib/useSystem';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAILY = 'Every day at 19:30';
const WEEKLY = 'Every Monday at 8:00';

interface Member extends Record<string, unknown> {
	key: string;
	openId: string;
	groupKey: string | null;
	status: string;
}

interface Group extends Record<string, unknown> {
	key: string;
	joined: number;
	ticket: string | null;
}

onEachStore('11: groups, places, layers, tags', (store) => {
	const system = useSystem({ only: ['00', '01', '11'] }, store);

	const state = () => system.app.simulator.platform.state;

	const at = (milliseconds = 0) => new Date(state().clock.now() + milliseconds).toISOString();

	const group = async (key: string, fields: Record<string, unknown>) =>
		await system.app.write('wechat_groups', { key, ...fields });

	const joined = async () => {
		const rows = await system.app.rows<Group>('wechat_groups');
		return Object.fromEntries(rows.map((row) => [row.key, row.joined]));
	};

	const members = async () => await system.app.rows<Member>('wechat_group_members');

	/** What a follower has read, in order. */
	const readBy = (openId: string) =>
		(state().followers.get(openId)?.inbox ?? []).map(({ type, content }) => {
			const { content: text, mediaId } = content as { content?: string; mediaId?: string };
			return type === 'text' ? (text ?? '') : `[${mediaId ?? type}]`;
		});

	const tagsOf = (openId: string) =>
		(state().followers.get(openId)?.tagIds ?? []).map((id) => state().tags.get(id)?.name);

	it('gives thirty people who ask at once the places of two groups, none too many', async () => {
		const { app } = system;
		await group('tea-1', { capacity: 10 });
		await group('tea-2', { capacity: 25 });
		const people = Array.from({ length: 30 }, (_, position) => `oGuest${position}`);
		people.forEach((openId) => state().addFollower(openId));
		await Promise.all(people.map(async (openId) => await app.say(openId, '进群')));
		await app.settled(60_000);
		expect(await joined()).toEqual({ 'tea-1': 10, 'tea-2': 20 });
		for (const openId of people) {
			expect(readBy(openId)).toEqual([expect.stringMatching(/为您安排了「山野茶友[一二]群」/)]);
			expect(tagsOf(openId)).toEqual(['茶友群']);
		}
		const rows = await members();
		expect(rows.filter(({ groupKey }) => groupKey === 'tea-1')).toHaveLength(10);
		expect(rows.filter(({ groupKey }) => groupKey === 'tea-2')).toHaveLength(20);
		const contacts = await app.rows<{ groupName: string }>('wechat_contacts');
		expect(contacts.every(({ groupName }) => groupName.startsWith('山野茶友'))).toBe(true);
		const interactions = await app.rows<{ kind: string }>('wechat_interactions');
		expect(interactions.filter(({ kind }) => kind === 'groupOffer')).toHaveLength(30);
	}, 120_000);

	it('takes one place for a person who asks again, or taps twice', async () => {
		const { app } = system;
		expect(await app.say('oGuest0', '加群')).toContain('为您安排了');
		state().addFollower('oHasty');
		await Promise.all([app.say('oHasty', '进群'), app.say('oHasty', '入群')]);
		await app.settled();
		expect(readBy('oHasty').filter((text) => text.includes('为您安排了')).length).toBeGreaterThan(
			0,
		);
		expect(readBy('oHasty')).toHaveLength(2);
		expect(await joined()).toEqual({ 'tea-1': 10, 'tea-2': 21 });
		// A turn that was broken off, as when n8n is killed, holds nobody up for long.
		state().addFollower('oBroken');
		const broken = { choosing: 'somebody', choosingAt: at(-180_000) };
		await app.write('wechat_group_members', { key: 'oBroken', openId: 'oBroken', ...broken });
		expect(await app.say('oBroken', '进群')).toContain('为您安排了');
		await app.settled();
	});

	it('counts the join that a member confirms, once', async () => {
		const { app } = system;
		expect(await app.say('oGuest0', '已进群')).toContain('欢迎来到茶友群');
		await app.settled();
		expect(await app.say('oGuest0', '已进群')).toContain('已经登记过了');
		state().addFollower('oNobody');
		expect(await app.say('oNobody', '已进群')).toContain('还没有为您安排群');
		await app.settled();
		const interactions = await app.rows<{ kind: string }>('wechat_interactions');
		expect(interactions.filter(({ kind }) => kind === 'groupJoin')).toHaveLength(1);
	});

	it('shows the picture of the group whose code was scanned; other codes are not its business', async () => {
		const { app } = system;
		state().media.set('qr-of-tea-2', { contentType: 'image/png', data: Buffer.from('x') });
		await group('tea-2', { mediaId: 'qr-of-tea-2', expiresAt: at(DAY_MS * 3) });
		await group('tea-1', { capacity: 50 });
		const scan = async (openId: string, Event: string, EventKey: string) => {
			state().addFollower(openId);
			const { reading } = await app.push({
				FromUserName: openId,
				MsgType: 'event',
				Event,
				EventKey,
				Ticket: 'ticket',
			});
			await app.settled();
			return reading.kind;
		};
		expect(await scan('oScan', 'subscribe', 'qrscene_group:tea-2')).toBe('reply');
		expect(readBy('oScan')).toEqual([
			'[qr-of-tea-2]',
			expect.stringMatching(/^您好，欢迎关注山野茶铺！\n上面是「山野茶友二群」的二维码/),
		]);
		expect(await scan('oOther', 'SCAN', 'store')).toBe('acknowledged');
		expect(readBy('oOther')).toEqual([]);
		// An expired picture is not shown: the next group is.
		await group('tea-2', { expiresAt: at(-1_000) });
		expect(await scan('oLate', 'SCAN', 'group:tea-2')).toBe('reply');
		expect(readBy('oLate')).toEqual([expect.stringContaining('「山野茶友一群」')]);
		expect(await joined()).toEqual({ 'tea-1': 11, 'tea-2': 23 });
	});

	it('keeps a waiting list, tells the staff once a day, and invites when there is a place', async () => {
		const { app } = system;
		await group('tea-1', { capacity: 11 });
		const waiting = ['oWait0', 'oWait1', 'oWait2'];
		waiting.forEach((openId) => state().addFollower(openId));
		await Promise.all(waiting.map(async (openId) => await app.say(openId, '进群')));
		await app.settled();
		for (const openId of waiting) expect(readBy(openId)).toEqual([expect.stringContaining('候补')]);
		expect(app.staff.messages.filter((text) => text.includes('满员'))).toHaveLength(1);
		await app.run('11', DAILY);
		expect(app.staff.messages.at(-1)).toMatch(/山野茶友一群：已安排 11\/11 人[\s\S]*二维码已过期/);
		await group('tea-1', { capacity: 13 });
		await app.run('11', DAILY);
		await app.run('11', DAILY);
		const invited = waiting.filter((openId) => readBy(openId).at(-1)?.includes('有空位了'));
		expect(invited).toHaveLength(2);
		for (const openId of invited) expect(readBy(openId)).toHaveLength(2);
		expect(await app.say(invited[0] ?? '', '进群')).toContain('「山野茶友一群」');
		await app.settled();
	});

	/** Makes somebody a member of long ago, with so many messages in the last days. */
	const makeMember = async (openId: string, messages: number) => {
		const { app } = system;
		state().addFollower(openId);
		const since = at(-20 * DAY_MS);
		const own = { key: openId, openId, groupKey: 'tea-1', groupName: '山野茶友一群' };
		await app.write('wechat_group_members', { ...own, status: 'joined', at: since });
		for (let count = 0; count < messages; count += 1) {
			await app.write('wechat_interactions', {
				key: `${openId}:made:${count}`,
				openId,
				kind: 'text',
				at: at(-(count + 3) * DAY_MS),
			});
		}
	};

	it('sends contents by layer to those who can be reached, each once', async () => {
		const { app } = system;
		await makeMember('oActive', 9);
		await makeMember('oActiveAway', 9);
		await makeMember('oSilent', 0);
		await makeMember('oStopped', 9);
		await app.write('wechat_consents', {
			key: 'wish:oStopped',
			openId: 'oStopped',
			status: 'optOut',
		});
		const day = new Date(state().clock.now() + 8 * HOUR_MS).toISOString().slice(0, 10);
		await app.write('wechat_group_contents', { key: 'active-preview', sendOn: day });
		await app.write('wechat_group_contents', { key: 'silent-hello', sendOn: day });
		for (const openId of ['oActive', 'oSilent', 'oStopped']) await app.say(openId, '你好');
		await app.settled();
		const before = readBy('oGuest1').length;
		await app.run('11', DAILY);
		await app.run('11', DAILY);
		expect(readBy('oActive')).toEqual([expect.stringContaining('老茶友专享')]);
		expect(readBy('oSilent')).toEqual([expect.stringContaining('好久不见')]);
		expect(readBy('oActiveAway')).toEqual([]);
		expect(readBy('oStopped')).toEqual([]);
		// Members of the last days got their guide on the first daily run, and not again.
		expect(readBy('oGuest1').filter((text) => text.includes('三件小事'))).toHaveLength(1);
		expect(readBy('oGuest1')).toHaveLength(before);
		const tellings = app.staff.messages.filter((text) => text.includes('今天的群内容'));
		expect(tellings[0]).toMatch(/【活跃成员】[\s\S]*可发客服消息 1 人；其余 2 人/);
		const sends = await app.rows<{ status: string; key: string }>('wechat_group_sends');
		expect(sends.filter(({ status }) => status === 'sending')).toEqual([]);
	});

	it('tags active members every week, and takes the tag from those who are no more', async () => {
		const { app } = system;
		await app.run('11', WEEKLY);
		expect(tagsOf('oActive')).toContain('活跃成员');
		expect(tagsOf('oSilent')).toEqual([]);
		await app.advance(31 * DAY_MS);
		for (let count = 0; count < 9; count += 1) await app.say('oSilent', `又来了 ${count}`);
		await app.settled();
		await app.run('11', WEEKLY);
		expect(tagsOf('oActive')).not.toContain('活跃成员');
		expect(tagsOf('oSilent')).toContain('活跃成员');
	});

	it('makes a permanent code for each group that has none', async () => {
		const { app } = system;
		await app.run('11', 'Make the group codes');
		await app.run('11', 'Make the group codes');
		expect([...state().qrCodes.values()]).toMatchObject([
			{ action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'group:tea-1' } } },
			{ action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'group:tea-2' } } },
		]);
		const rows = await app.rows<Group>('wechat_groups');
		expect(rows.every(({ ticket }) => ticket?.startsWith('ticket_'))).toBe(true);
		expect(app.staff.messages.at(-1)).toContain('showqrcode?ticket=');
		expect(await app.failures()).toEqual([]);
	});
});
