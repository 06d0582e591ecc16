import type { Json } from '../../simulator/check';
import { commands } from '../../simulator/control';
import { ARTICLE, Caller } from './call';

const SENDALL = '/cgi-bin/message/mass/sendall';
const SEND = '/cgi-bin/message/mass/send';
const GET = '/cgi-bin/message/mass/get';
const MINUTE = 60_000;
const DAY = 86_400_000;

const text = (filter: Json = { is_to_all: true }) => ({
	filter,
	msgtype: 'text',
	text: { content: '大家好' },
});
const article = (media_id: string, more: Json = {}) => ({
	filter: { is_to_all: true },
	msgtype: 'mpnews',
	mpnews: { media_id },
	...more,
});
const both = { touser: ['oA', 'oB'], msgtype: 'text', text: { content: '两位好' } };

describe('fault 5: broadcasts take time, are limited, and can fail', () => {
	let api: Caller;
	const draft = async (content = ARTICLE.content) =>
		String(
			(await api.call('/cgi-bin/draft/add', { articles: [{ ...ARTICLE, content }] })).media_id,
		);
	const statusOf = async (answer: Json) =>
		(await api.call(GET, { msg_id: answer.msg_id })).msg_status;
	const later = (milliseconds: number) => api.state.clock.advance(milliseconds);

	beforeEach(() => {
		api = new Caller({
			tags: ['活跃'],
			followers: [
				{ openId: 'oA', tagIds: [101] },
				{ openId: 'oB' },
				{ openId: 'oGone', isFollowing: false },
			],
		});
		api.addPicture('cover');
	});
	afterEach(() => api.state.clock.stop());

	it('fault 5: a broadcast is accepted first and sent later', async () => {
		const sent = await api.call(SENDALL, text());
		expect(sent).toMatchObject({ errcode: 0 });
		expect(await statusOf(sent)).toBe('SENDING');
		expect(api.state.followers.get('oA')?.broadcasts).toEqual([]);
		later(MINUTE);
		expect(await statusOf(sent)).toBe('SEND_SUCCESS');
		const reached = [...api.state.followers.values()].filter(({ broadcasts }) => broadcasts.length);
		expect(reached.map(({ openId }) => openId)).toEqual(['oA', 'oB']);
	});

	it('fault 5: sendall needs no is_to_all beside tag_id', async () => {
		await api.call(SENDALL, text({ tag_id: 101 }));
		later(MINUTE);
		expect(api.state.followers.get('oA')?.broadcasts).toHaveLength(1);
		expect(api.state.followers.get('oB')?.broadcasts).toHaveLength(0);
		expect(await api.code(SENDALL, text({ tag_id: 7 }))).toBe(40152);
	});

	it('fault 5: a service account may write to everybody once a day (45028)', async () => {
		expect(await api.code(SENDALL, text())).toBe(0);
		expect(await api.code(SENDALL, text())).toBe(45028);
		expect(await api.code(SENDALL, text({ tag_id: 101 }))).toBe(0);
		later(DAY);
		expect(await api.code(SENDALL, text())).toBe(0);
	});

	it('fault 5: a subscription account broadcasts once a day, to whomever', async () => {
		api.state.account.isVerifiedService = false;
		expect(await api.code(SENDALL, text({ tag_id: 101 }))).toBe(0);
		expect(await api.code(SENDALL, text())).toBe(45028);
		expect(await api.code(SEND, both)).toBe(48001);
	});

	it('fault 5: a follower gets four broadcasts a month, whoever sends more fails for that follower', async () => {
		for (let sent = 0; sent < 4; sent++) await api.call(SENDALL, text({ tag_id: 101 }));
		later(MINUTE);
		expect(api.state.followers.get('oA')?.broadcasts).toHaveLength(4);
		const fifth = await api.call(SEND, both);
		later(MINUTE);
		expect(await statusOf(fifth)).toBe('SEND_SUCCESS');
		expect(api.state.followers.get('oA')?.broadcasts).toHaveLength(4);
		expect(api.state.followers.get('oB')?.broadcasts).toHaveLength(1);
		const sixth = await api.call(SENDALL, text({ tag_id: 101 }));
		later(MINUTE);
		expect(await statusOf(sixth)).toBe('SEND_FAIL');
		later(31 * DAY);
		const nextMonth = await api.call(SENDALL, text({ tag_id: 101 }));
		later(MINUTE);
		expect(await statusOf(nextMonth)).toBe('SEND_SUCCESS');
	});

	it('fault 5: sixty requests a minute are taken, not more (42010)', async () => {
		for (let number = 0; number < 60; number++) expect(await api.code(SEND, both)).toBe(0);
		expect(await api.code(SEND, both)).toBe(42010);
		later(MINUTE);
		expect(await api.code(SEND, both)).toBe(0);
	});

	it('fault 5: a hundred calls a day are taken (45009)', async () => {
		api.state.quotas[SEND] = 1;
		expect([await api.code(SEND, both), await api.code(SEND, both)]).toEqual([0, 45009]);
	});

	it('fault 5: a protected account waits for its administrator (89504)', async () => {
		api.state.settings.isBroadcastProtected = true;
		const given = { ...text(), clientmsgid: 'once' };
		expect(await api.code(SENDALL, given)).toBe(89504);
		later(MINUTE);
		expect(await api.code(SENDALL, given)).toBe(89504);
		commands.confirmBroadcast?.(api.platform, {} as never);
		later(MINUTE);
		const again = await api.call(SENDALL, given);
		expect(again).toMatchObject({ errcode: 45065, msg_id: expect.any(Number) as number });
		expect(await statusOf(again)).toBe('SEND_SUCCESS');
	});

	it('fault 5: without the administrator it fails after half an hour', async () => {
		api.state.settings.isBroadcastProtected = true;
		await api.call(SENDALL, { ...text(), clientmsgid: 'late' });
		later(30 * MINUTE);
		commands.confirmBroadcast?.(api.platform, {} as never);
		later(MINUTE);
		expect([...api.state.broadcasts.values()]).toMatchObject([{ status: 'failed' }]);
		expect(api.state.followers.get('oA')?.broadcasts).toEqual([]);
	});

	it('fault 5: a reprint goes out only if the caller agrees and its author allows it', async () => {
		api.state.settings.originals.push(
			{ text: '明前茶的故事', canReprint: true },
			{ text: '独家', canReprint: false },
		);
		const reprint = await draft('明前茶的故事……');
		const refused = await api.call(SENDALL, article(reprint));
		later(MINUTE);
		expect(await statusOf(refused)).toBe('SEND_FAIL');
		const taken = await api.call(SENDALL, article(reprint, { send_ignore_reprint: 1 }));
		later(MINUTE);
		expect(await statusOf(taken)).toBe('SEND_SUCCESS');
		later(DAY);
		const forbidden = article(await draft('独家'), { send_ignore_reprint: 1 });
		const sent = await api.call(SENDALL, forbidden);
		later(MINUTE);
		expect(await statusOf(sent)).toBe('SEND_FAIL');
	});

	it('fault 5: a failed broadcast keeps its draft, a sent one takes it away', async () => {
		const id = await draft();
		api.state.settings.broadcastOutcomes.push('err(10001)');
		await api.call(SENDALL, article(id));
		later(MINUTE);
		expect(api.state.articles).toHaveLength(0);
		expect(await api.code('/cgi-bin/draft/get', { media_id: id })).toBe(0);
		const sent = await api.call(SENDALL, article(id));
		expect(await api.code(SENDALL, article(id))).toBe(42010);
		later(MINUTE);
		expect(await api.code('/cgi-bin/draft/get', { media_id: id })).toBe(40007);
		expect(api.state.articles).toMatchObject([{ msgDataId: sent.msg_data_id, title: '新茶' }]);
	});

	it('fault 5: only sent articles can be deleted, by number or by address', async () => {
		const add = { articles: [ARTICLE, { ...ARTICLE, title: '第二篇' }] };
		const { media_id } = await api.call('/cgi-bin/draft/add', add);
		const { msg_id } = await api.call(SENDALL, article(String(media_id)));
		const remove = '/cgi-bin/message/mass/delete';
		expect(await api.code(remove, { msg_id })).toBe(40065);
		later(MINUTE);
		expect(await api.code(remove, { msg_id, article_idx: 3 })).toBe(40060);
		expect(await api.code(remove, { url: api.state.articles[1]?.url })).toBe(0);
		expect(api.state.articles.map(({ title }) => title)).toEqual(['新茶']);
		expect(await statusOf({ msg_id })).toBe('SEND_SUCCESS');
		expect(await api.code(remove, { msg_id, article_idx: 1 })).toBe(0);
		expect(await statusOf({ msg_id })).toBe('DELETE');
	});

	it('fault 5: pictures with their comments, and no unknown ones', async () => {
		const pictures = { media_ids: ['cover'], recommend: '看看', need_open_comment: 1 };
		const body = (images: Json) => ({ filter: { tag_id: 101 }, msgtype: 'image', images });
		api.state.settings.isStrict = true;
		expect(await api.code(SENDALL, body(pictures))).toBe(0);
		expect(await api.code(SENDALL, body({ media_ids: ['none'] }))).toBe(40007);
		const card = { filter: { tag_id: 101 }, msgtype: 'wxcard', wxcard: { card_id: 'c' } };
		expect(await api.code(SENDALL, card)).toBe(45113);
	});
});
