import { createHash, createHmac } from 'node:crypto';
import { hear } from '../lib/hear';
import { onEachStore, useSystem } from '../lib/useSystem';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;
const MONDAY = 'Every Monday at 10:00';
const FRIDAY = 'Friday evening';

interface Place {
	prize: string;
	place: number;
	entry: string;
}

interface Proof {
	activityId: string;
	commitment: string;
	seed: string;
	beacon: string;
	version: string;
	entriesDigest: string;
	entryCount: number;
	reserveCount: number;
	beaconName: string;
	beaconAt: string;
	closedAt: string;
	closingDigest: string;
	prizes: Array<{ name: string; quantity: number }>;
	winners: Place[];
	reserves: Place[];
	entries: string[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The draw as the proof page describes it, written anew: entry codes in the order drawn. */
function repeat(
	{ activityId, seed, beacon, entries, closingDigest }: Proof,
	count: number,
): string[] {
	const list = [...new Set(entries)].sort();
	const words: number[] = [];
	let counter = 0;
	const below = (limit: number): number => {
		for (;;) {
			if (words.length === 0) {
				const block = createHmac('sha256', seed)
					.update(`${activityId}|${closingDigest}|${beacon}|${counter}`)
					.digest();
				counter += 1;
				for (let word = 0; word < 5; word += 1) words.push(block.readUIntBE(word * 6, 6));
			}
			const word = words.shift() ?? 0;
			if (word < 2 ** 48 - (2 ** 48 % limit)) return word % limit;
		}
	};
	for (let i = 0; i < Math.min(count, list.length); i += 1) {
		const j = i + below(list.length - i);
		[list[i], list[j]] = [list[j] ?? '', list[i] ?? ''];
	}
	return list.slice(0, count);
}

/** The digest of the closing as the proof page describes it. */
function closingOf(proof: Proof): string {
	const prizes = proof.prizes.map(({ name, quantity }) => [name, quantity]);
	const { version, activityId, commitment, entriesDigest, entryCount } = proof;
	const { reserveCount, beaconName, beaconAt, closedAt } = proof;
	return sha256(
		JSON.stringify([
			...[version, activityId, commitment, entriesDigest, entryCount, prizes],
			...[reserveCount, beaconName, beaconAt, closedAt],
		]),
	);
}

const unescaped = (html: string) =>
	html
		.replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&amp;/g, '&');

onEachStore('07: weekly lottery', (store) => {
	const system = useSystem({ only: ['00', '01', '07'] }, store);
	const players = [...Array(30).keys()].map((number) => `o_player_${number}`);
	let text = '';
	let commitment = '';
	let closingDigest = '';

	const say = async (openId: string, words: string, fields = {}) =>
		(await hear(system.app, openId, words, fields)).text;
	const page = async (query = '') => {
		const response = await fetch(`${system.app.n8n.url}/webhook/lottery${query}`);
		expect(response.headers.get('content-type')).toContain('text/html');
		return await response.text();
	};
	const draws = async () => await system.app.rows('wechat_lottery_draws');
	const winners = async () =>
		await system.app.rows<{
			key: string;
			openId: string;
			prize: string;
			place: number;
			entry: string;
			status: string;
		}>('wechat_winners');

	it('opens nothing when the rules break the rules of WeChat, and tells staff what', async () => {
		const { app } = system;
		const [weekly] = (await app.rows('wechat_activities')).filter(({ key }) => key === 'weekly');
		text = String(weekly?.text);
		const now = app.simulator.platform.state.clock.now() + SHANGHAI;
		const weekday = (new Date(now).getUTCDay() + 6) % 7;
		await app.advance((7 - weekday) * DAY - (now % DAY) + 10 * HOUR);
		await app.write('wechat_activities', {
			key: 'weekly',
			text: `${text}\n转发到朋友圈即可增加一次抽奖机会。`,
		});
		await app.run('07', MONDAY);
		expect(await draws()).toMatchObject([{ status: 'blocked' }]);
		expect(app.staff.messages.at(-1)).toContain('没有开放');
		expect(await say('o_early', '参加抽奖')).toContain('没有可以参加的抽奖');
		expect(await page()).toContain('还没有抽奖');
	});

	it('opens once, however many workers open it, and publishes the commitment only', async () => {
		const { app } = system;
		await app.write('wechat_activities', { key: 'weekly', text });
		await Promise.all([app.run('07', MONDAY), app.run('07', MONDAY)]);
		const [draw, ...others] = await draws();
		expect(others).toEqual([]);
		commitment = String(draw?.commitment);
		expect(draw?.status).toBe('open');
		expect(commitment).toMatch(/^[0-9a-f]{64}$/);
		const secrets = await app.rows<{ type: string; data: string }>('wechat_lottery_secrets');
		expect(secrets.map(({ type }) => type)).toEqual(['seed', 'commitment']);
		const { seed } = JSON.parse(String(secrets[0]?.data)) as { seed: string };
		expect(sha256(seed)).toBe(commitment);
		const shown = await page();
		expect(shown).toContain(commitment);
		expect(shown).toContain('尚未开奖');
		expect(shown).not.toContain(seed);
		expect(app.staff.messages.filter((message) => message.includes('已开放'))).toHaveLength(1);
	});

	it('takes everybody once', async () => {
		const { app } = system;
		const replies = await Promise.all(players.map(async (openId) => await say(openId, '参加抽奖')));
		const { clock } = app.simulator.platform.state;
		// It is Monday.
		const [year, month, day] = clock
			.day(clock.now() + 4 * DAY)
			.split('-')
			.map(Number);
		for (const reply of replies) {
			expect(reply).toMatch(/报名成功，您的参与编号是 [0-9a-f]{12}/);
			expect(reply).toContain(`开奖时间：${year}年${month}月${day}日 20:00`);
		}
		expect(await say('o_player_0', '参加抽奖')).toContain('您已经报名');
		const fields = { MsgId: '24690134567892222' };
		const twice = await Promise.all([
			say('o_twice', '参加抽奖', fields),
			say('o_twice', '参加抽奖', fields),
		]);
		expect(twice[0]).toBe(twice[1]);
		await app.settled();
		const entries = (await app.rows('wechat_activity_rows')).filter(({ type }) => type === 'entry');
		expect(entries).toHaveLength(31);
	}, 90_000);

	it('gives everybody one ticket of the instant win, and the same one whenever they ask', async () => {
		const { app } = system;
		expect(await say('o_player_0', '刮奖')).toContain('没有刮奖活动');
		await app.run('07', 'Catch up by hand');
		expect(await app.rows('wechat_tickets')).toHaveLength(100);
		expect(await draws()).toHaveLength(1);
		const first = await say('o_player_0', '刮奖');
		expect(first).toMatch(/奖券号 \d+/);
		expect(await say('o_player_0', '刮奖')).toBe(first);
	});

	it('closes once with two workers, and publishes what the draw will depend on', async () => {
		const { app } = system;
		// Half of them are in touch on Thursday, so that a message reaches them on Friday.
		await app.advance(3 * DAY);
		for (const openId of players.slice(0, 15)) await say(openId, '中奖查询');
		await app.advance(DAY + 8.5 * HOUR);
		expect(await say('o_late', '参加抽奖')).toContain('报名已经截止');
		const rules = JSON.stringify({ reserves: 2, beaconName: '福彩3D开奖号码' });
		await app.write('wechat_activities', { key: 'weekly', rules });
		await Promise.all([app.run('07', FRIDAY), app.run('07', FRIDAY)]);
		const [draw] = await draws();
		expect(draw).toMatchObject({ status: 'closed', entryCount: 31 });
		expect(app.staff.messages.filter((message) => message.includes('报名截止'))).toHaveLength(1);
		closingDigest = String(draw?.closingDigest);
		const shown = await page();
		expect(shown).toContain(closingDigest);
		expect(shown).toContain('尚未开奖');
		expect(shown).toMatch(/福彩3D开奖号码，.* 20:00 之后产生/);
		for (const openId of [...players, 'o_twice']) {
			expect(shown).toContain(sha256(`${String(draw?.key)}|${openId}`));
		}
	});

	it('draws once with two workers, when the public number is there', async () => {
		const { app } = system;
		await app.advance(1.5 * HOUR);
		await app.run('07', FRIDAY);
		expect(await draws()).toMatchObject([{ status: 'closed' }]);
		expect(app.staff.messages.at(-1)).toContain('请把“福彩3D开奖号码”填入');
		const [draw] = await draws();
		await app.write('wechat_lottery_draws', { key: String(draw?.key), beacon: '3 8 6' });
		await Promise.all([app.run('07', FRIDAY), app.run('07', FRIDAY)]);
		expect(await draws()).toMatchObject([{ status: 'drawn', entryCount: 31 }]);
		expect(app.staff.messages.filter((message) => message.includes('已开奖'))).toHaveLength(1);
		const rows = await winners();
		expect(rows.filter(({ status }) => status === 'reserve')).toHaveLength(2);
		expect(rows.filter(({ status }) => status !== 'reserve')).toHaveLength(10);
		expect(new Set(rows.map(({ openId }) => openId)).size).toBe(12);
	});

	it('tells every winner once: by message where one may be sent, on request where not', async () => {
		const { app } = system;
		const { followers } = app.simulator.platform.state;
		await app.run('07', FRIDAY);
		const won = (await winners()).filter(({ status }) => status !== 'reserve');
		for (const { openId, status } of won) {
			const isReachable = players.indexOf(openId) >= 0 && players.indexOf(openId) < 15;
			expect([openId, status]).toEqual([openId, isReachable ? 'sent' : 'unreachable']);
			const told = followers
				.get(openId)
				?.inbox.filter(({ content }) => JSON.stringify(content).includes('恭喜！您在'));
			expect(told).toHaveLength(isReachable ? 1 : 0);
		}
		const recorded = (await app.rows('wechat_interactions')).filter(({ kind }) => kind === 'sent');
		expect(recorded).toHaveLength(won.filter(({ status }) => status === 'sent').length);
		const away = won.find(({ status }) => status === 'unreachable');
		if (!away) throw new Error('Everybody was reachable');
		expect(await say(away.openId, '中奖查询')).toContain(away.prize);
		await app.settled();
		expect((await winners()).find(({ openId }) => openId === away.openId)?.status).toBe('asked');
		expect(await say('o_early', '中奖查询')).toContain('暂时没有');
	});

	it('publishes a proof that anybody can repeat, and that names nobody', async () => {
		const [draw] = await draws();
		const shown = await page(`?id=${String(draw?.key)}`);
		expect(shown).toContain('验证通过');
		expect(shown).not.toMatch(/o_player|o_twice/);
		const [, json = ''] = /<pre id="proof">([^]*?)<\/pre>/.exec(shown) ?? [];
		const proof = JSON.parse(unescaped(json)) as Proof;
		expect(proof.beacon).toBe('386');
		expect(proof.closingDigest).toBe(closingDigest);
		expect(closingOf(proof)).toBe(closingDigest);
		expect(shown).toMatch(/这不能说明什么[^]*真人/);
		expect(proof.commitment).toBe(commitment);
		expect(sha256(proof.seed)).toBe(commitment);
		const codes = [...players, 'o_twice'].map((openId) => sha256(`${proof.activityId}|${openId}`));
		expect(proof.entries).toEqual([...codes].sort());
		expect(sha256(proof.entries.join('\n'))).toBe(proof.entriesDigest);
		const drawn = repeat(proof, 12);
		expect([...proof.winners, ...proof.reserves].map(({ entry }) => entry)).toEqual(drawn);
		const told = new Map((await winners()).map(({ openId, entry }) => [entry, openId]));
		for (const code of drawn) {
			const openId = told.get(code.slice(0, 12));
			expect(sha256(`${proof.activityId}|${openId ?? ''}`)).toBe(code);
		}
	});

	it('fault 4.3: shows it when somebody has tampered with the winners or with the list', async () => {
		const { app } = system;
		const [draw] = await draws();
		const proof = JSON.parse(String(draw?.proof)) as Proof;
		const [first, second, ...rest] = proof.winners;
		if (!first || !second) throw new Error('Two winners are needed');
		const swapped = [{ ...first, entry: second.entry }, { ...second, entry: first.entry }, ...rest];
		const changed = JSON.stringify({ ...proof, winners: swapped });
		await app.write('wechat_lottery_draws', { key: String(draw?.key), proof: changed });
		expect(await page()).toContain('验证未通过');
		// A fake entry that was rolled when all was known, and everything that follows from it made anew.
		const entries = [...proof.entries.slice(1), sha256(`${proof.activityId}|o_fake`)].sort();
		const list = { ...proof, entries, entriesDigest: sha256(entries.join('\n')) };
		const forged = { ...list, closingDigest: closingOf(list) };
		const drawn = repeat(forged, 12);
		const places = [...proof.winners, ...proof.reserves].map((place, position) => ({
			...place,
			entry: drawn[position] ?? '',
		}));
		const winners = places.slice(0, proof.winners.length);
		const reserves = places.slice(proof.winners.length);
		await app.write('wechat_lottery_draws', {
			key: String(draw?.key),
			proof: JSON.stringify({ ...forged, winners, reserves }),
		});
		expect(await page()).toContain('证明中的截止摘要不是截止时公布的那个');
	});

	it('reminds staff of what nobody has claimed, and tells the reserve whom a person puts forward', async () => {
		const { app } = system;
		const { clock, followers } = app.simulator.platform.state;
		const reminders = () => app.staff.messages.filter((text) => text.includes('【逾期未领奖】'));
		const [first, second, ...others] = (await winners()).filter(
			({ status }) => status !== 'reserve',
		);
		const reserve = (await winners())
			.filter(({ status }) => status === 'reserve')
			.sort((a, b) => a.place - b.place)[0];
		if (!first || !second || !reserve) throw new Error('Winners and reserves are needed');
		await app.run('07', MONDAY);
		expect(reminders()).toEqual([]);
		for (const { key } of others) await app.write('wechat_winners', { key, status: 'claimed' });
		// Mondays later; the lottery of the week has been opened and closed.
		const weekday = (new Date(clock.now() + SHANGHAI).getUTCDay() + 6) % 7;
		await app.advance((21 - weekday) * DAY);
		await app.run('07', MONDAY);
		expect(reminders()).toEqual([expect.stringContaining('2 份奖品')]);
		for (const { entry } of [first, second, reserve]) expect(reminders()[0]).toContain(entry);
		await app.write('wechat_winners', { key: first.key, status: 'lapsed' });
		await app.write('wechat_winners', { key: second.key, status: 'claimed' });
		await app.write('wechat_winners', {
			key: reserve.key,
			prize: first.prize,
			status: 'pending',
		});
		await say(reserve.openId, '中奖查询');
		await app.settled();
		await app.run('07', FRIDAY);
		const told = followers
			.get(reserve.openId)
			?.inbox.filter(({ content }) => JSON.stringify(content).includes('恭喜！您在'));
		expect(told).toHaveLength(1);
		expect(await say(first.openId, '中奖查询')).not.toContain(first.entry);
		await app.settled();
		await app.run('07', MONDAY);
		expect(reminders()).toHaveLength(1);
		expect(await app.failures()).toEqual([]);
	}, 120_000);
});
