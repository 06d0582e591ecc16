import { onCanvas, PASSWORD, until } from '../lib/canvas';
import { closingOf, drawnAnew, proofIn, sha256 } from '../lib/drawnAnew';
import { FormVisitor } from '../lib/form';

const PLAN = 'weekly-draw';
const LIMIT = 180_000;
const CROWD = 60;
/** Units of all prizes, and reserves, of the plan that the table begins with. */
const [WINNERS, RESERVES] = [10, 3];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** From closing to the public number. */
const NUMBER_AFTER_MS = 20_000;

const isoIn = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

onCanvas('07', (stage) => {
	const people = [...Array(CROWD).keys()].map((number) => `oPlayer${number}`);
	/** Those who wrote too long ago to be written to. */
	const away = new Set(people.slice(0, CROWD / 2));
	let closingDigest = '';

	const round = async () => {
		const [row, ...others] = await stage().rows('rounds');
		expect(others).toEqual([]);
		return row ?? {};
	};
	const travel = async (times: Record<string, string>) =>
		await stage().write('rounds', { key: String((await round()).key), ...times });
	const page = async (query = '') => {
		const response = await fetch(stage().pageAt(`wechat-lottery${query}`));
		expect([response.status, response.headers.get('content-type')]).toEqual([
			200,
			'text/html; charset=utf-8',
		]);
		return await response.text();
	};
	const enterNumber = async (number: string) => {
		const visitor = await FormVisitor.open(stage().formOf('number'), PASSWORD);
		await visitor.submit({ 'field-0': number });
		return visitor.html;
	};
	/** What a follower has read, in the reply or later, that says something. */
	const readBy = (openId: string, words: string) =>
		(stage().simulator.platform.state.followers.get(openId)?.inbox ?? []).filter(({ content }) =>
			JSON.stringify(content).includes(words),
		);
	const newsOf = (openId: string) => readBy(openId, '恭喜！您在');

	it(
		'opens once, whoever opens it, and publishes the commitment only',
		async () => {
			const { run, rows, room, say } = stage();
			expect(await say('oEarly', '参加抽奖')).toContain('现在没有可以参加的抽奖');
			expect(await page()).toContain('还没有这个抽奖');
			// The example belongs to nobody yet.
			await run('monday');
			expect(room.messages.splice(0)).toEqual([expect.stringContaining('未公布活动主办方')]);
			await stage().write('plans', { key: PLAN, organiser: '示例小店' });
			const runs = await Promise.all([run('monday'), run('monday')]);
			expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
			const { status, commitment } = await round();
			expect(status).toBe('open');
			expect(room.messages).toEqual([expect.stringContaining(String(commitment))]);
			const [secret] = await rows('draw_secrets');
			expect(sha256(String(secret?.seed))).toBe(commitment);
			const shown = await page();
			expect(shown).toContain(String(commitment));
			expect(shown).not.toContain(String(secret?.seed));
			await travel({ startsAt: isoIn(-HOUR_MS), endsAt: isoIn(HOUR_MS) });
		},
		LIMIT,
	);

	it(
		'takes sixty people at once, each once, and leaves other texts alone',
		async () => {
			const { say, push, rows, simulator } = stage();
			for (const openId of people) simulator.platform.state.addFollower(openId);
			await Promise.all(people.map(async (openId) => await say(openId, '参加抽奖！')));
			// On a busy machine some answers come after the five seconds, as messages of their own.
			await until('all have read that they are in', async () => {
				const answered = people.filter((openId) => readBy(openId, '报名成功').length > 0);
				return answered.length === CROWD || undefined;
			});
			for (const openId of people) expect(readBy(openId, '报名成功')).toHaveLength(1);
			const entries = async () =>
				(await rows('activity_rows')).filter(({ type }) => type === 'entry');
			expect(await entries()).toHaveLength(CROWD);
			const twice = { FromUserName: 'oPlayer0', MsgType: 'text', Content: '抽奖', MsgId: '77' };
			const again = await Promise.all([push(twice), push(twice)]);
			for (const reply of again) expect(reply).toContain('您已经报名');
			expect(await say('oPlayer1', '在吗')).toBe('');
			expect(await say('oPlayer1', '我的奖品')).toContain('之后开奖');
			expect(await entries()).toHaveLength(CROWD);
		},
		LIMIT,
	);

	it(
		'closes once and publishes what the draw will depend on; nobody can draw before the number is there',
		async () => {
			const { run, say, room } = stage();
			await travel({ endsAt: isoIn(-1_000), drawAt: isoIn(NUMBER_AFTER_MS) });
			expect(await say('oLate', '参加抽奖')).toContain('报名已经截止');
			await Promise.all([run('friday'), run('friday')]);
			closingDigest = String((await round()).closingDigest);
			expect(room.messages).toHaveLength(2);
			expect(room.messages[1]).toContain(closingDigest);
			const shown = await page();
			expect(shown).toContain(closingDigest);
			expect(shown).toContain('尚未开奖');
			expect((await fetch(stage().formOf('number'))).status).toBe(401);
			expect(await enterNumber('3 8 6')).toContain('现在还不能开奖');
			expect((await round()).status).toBe('closed');
			const { followers } = stage().simulator.platform.state;
			for (const openId of away) followers.get(openId)?.allowances.splice(0);
		},
		LIMIT,
	);

	it(
		'draws as many winners as prizes, tells each once, and tells who could not be told',
		async () => {
			const { rows, room, say } = stage();
			await until(
				'the number is there',
				async () => Date.now() > Date.parse(String((await round()).drawAt)) || undefined,
			);
			expect(await enterNumber('3 8 6')).toContain('已开奖');
			const won = await rows('prizes_won');
			expect(won).toHaveLength(WINNERS);
			expect(new Set(won.map(({ openId }) => openId)).size).toBe(WINNERS);
			const unreached = won.filter(({ openId }) => away.has(String(openId)));
			const told = () =>
				won.map(({ openId }) => [away.has(String(openId)), newsOf(String(openId)).length]);
			for (const [isAway, news] of told()) expect(news).toBe(isAway ? 0 : 1);
			const staff = room.messages.slice(2).join('\n');
			expect(staff).toContain(`参与 ${CROWD} 人，中奖 ${WINNERS} 人，候补 ${RESERVES} 人`);
			if (unreached.length > 0) {
				expect(staff).toContain(`${unreached.length} 人收不到消息`);
				expect(staff).toContain('回复“我的奖品”');
			}
			const before = told();
			expect(await enterNumber('9 9 9')).toContain('之前已经开奖');
			expect(await rows('prizes_won')).toEqual(won);
			expect(told()).toEqual(before);
			expect(room.messages.filter((text) => text.includes(`中奖 ${WINNERS} 人`))).toHaveLength(1);
			const [first] = won;
			const code = String(first?.code).replace(/^(.{5})/, '$1-');
			expect(await say(String(first?.openId), '我的奖品')).toContain(code);
			const loser = people.find((openId) => !won.some((row) => row.openId === openId)) ?? '';
			expect(await say(loser, '开奖结果')).toContain('没有中奖');
		},
		LIMIT,
	);

	it(
		'publishes a proof that anybody can repeat, and that names nobody',
		async () => {
			const { rows } = stage();
			const { activityId, commitment } = await round();
			const shown = await page(`?id=${String(activityId)}`);
			expect(shown).toContain('验证通过');
			expect(shown).not.toContain('oPlayer');
			expect(await page()).toBe(shown);
			const proof = proofIn(shown);
			expect(proof.beacon).toBe('386');
			expect([proof.closingDigest, closingOf(proof)]).toEqual([closingDigest, closingDigest]);
			expect([proof.commitment, sha256(proof.seed)]).toEqual([commitment, commitment]);
			const codeOf = (openId: string) => sha256(`${proof.activityId}|${openId}`);
			expect(proof.entries).toEqual(people.map(codeOf).sort());
			expect(sha256(proof.entries.join('\n'))).toBe(proof.entriesDigest);
			const drawn = drawnAnew(proof, WINNERS + RESERVES);
			expect([...proof.winners, ...proof.reserves].map(({ entry }) => entry)).toEqual(drawn);
			const won = await rows('prizes_won');
			expect(won.map(({ openId }) => codeOf(String(openId))).sort()).toEqual(
				drawn.slice(0, WINNERS).sort(),
			);
		},
		LIMIT,
	);

	it(
		'hands out a prize for its code once, to who knows the password',
		async () => {
			const { rows, formOf } = stage();
			const [first] = await rows('prizes_won');
			expect((await fetch(formOf('counter'))).status).toBe(401);
			const redeem = async () => {
				const visitor = await FormVisitor.open(formOf('counter'), PASSWORD);
				await visitor.submit({ 'field-0': String(first?.code), 'field-1': '前台' });
				return visitor.html;
			};
			expect(await redeem()).toContain(`请发放：${String(first?.prize)}`);
			expect(await redeem()).toContain('已经用过');
			const state = (await rows('prizes_won')).find(({ key }) => key === first?.key)?.state;
			expect(state).toBe('redeemed');
		},
		LIMIT,
	);

	it(
		'reminds of a prize in time, and gives one that was not claimed to the first reserve, each told once',
		async () => {
			const { rows, write, run, room, say } = stage();
			const given = (await rows('prizes_won')).filter(({ state }) => state === 'given');
			const [soon, lapsed] = given;
			const proof = proofIn(await page());
			const isFirst = (openId: string) =>
				sha256(`${proof.activityId}|${openId}`) === proof.reserves[0]?.entry;
			const reserve = people.find(isFirst) ?? '';
			// Who writes can be written to.
			for (const openId of [String(soon?.openId), reserve]) await say(openId, '我的奖品');
			const wonAt = isoIn(-20 * DAY_MS);
			await write('prizes_won', { key: String(soon?.key), wonAt, expiresAt: isoIn(DAY_MS) });
			await write('prizes_won', { key: String(lapsed?.key), wonAt, expiresAt: isoIn(-1_000) });
			const heard = room.messages.length;
			const daily = async () => {
				const runs = await Promise.all([run('daily'), run('daily')]);
				expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
			};
			await daily();
			await daily();
			expect(readBy(String(soon?.openId), '还没有领取')).toHaveLength(1);
			const news = readBy(reserve, `您作为候补获得「${String(lapsed?.prize)}」`);
			expect(news).toHaveLength(1);
			const told = room.messages.slice(heard).filter((text) => text.includes('逾期未领'));
			expect(told).toEqual([expect.stringContaining(`递补：${String(lapsed?.prize)}`)]);
			expect(await rows('prizes_won')).toHaveLength(WINNERS + 1);
			expect(await say(String(lapsed?.openId), '我的奖品')).toContain('已过期');
			expect(await page()).toContain(`递补：${String(lapsed?.prize)}`);
			const code = /兑换码：(\w{5}-\w{5})/.exec(JSON.stringify(news[0]?.content))?.[1] ?? '';
			const visitor = await FormVisitor.open(stage().formOf('counter'), PASSWORD);
			await visitor.submit({ 'field-0': code, 'field-1': '前台' });
			expect(visitor.html).toContain(`请发放：${String(lapsed?.prize)}`);
		},
		LIMIT,
	);

	it(
		'fault 4.3: shows it when somebody has tampered with winners or list',
		async () => {
			const { key, proof: stored } = await round();
			const shown = proofIn(await page());
			const forge = async (changed: object) => {
				await stage().write('rounds', { key: String(key), proof: JSON.stringify(changed) });
				return await page();
			};
			const proof = JSON.parse(String(stored)) as typeof shown;
			const [first, second, ...rest] = proof.winners;
			if (!first || !second) throw new Error('Two winners are needed');
			const swapped = [
				{ ...first, entry: second.entry },
				{ ...second, entry: first.entry },
			];
			expect(await forge({ ...proof, winners: [...swapped, ...rest] })).toContain('验证未通过');
			// A fake entry that was rolled when all was known, and everything that follows from it made anew.
			const fake = sha256(`${proof.activityId}|oFake`);
			const entries = [...shown.entries.slice(1), fake].sort();
			const list = { ...proof, entries, entriesDigest: sha256(entries.join('\n')) };
			const forged = { ...list, closingDigest: closingOf(list) };
			expect(await forge(forged)).toContain('证明中的截止摘要不是截止时公布的那个');
			expect(await forge(proof)).toContain('验证通过');
		},
		LIMIT,
	);

	it(
		'does not open with rules that WeChat does not allow, and tells the staff why',
		async () => {
			const { run, rows, room } = stage();
			const from = (weeks: number) => isoIn(weeks * 7 * 24 * HOUR_MS);
			const times = { startsAt: from(4), endsAt: from(5), drawAt: from(6) };
			const rules = '转发到朋友圈即可增加一次抽奖机会。';
			await stage().write('plans', { key: PLAN, ...times, rules });
			expect((await run('monday')).status).toBe('success');
			expect(room.messages.at(-1)).toContain('转发');
			expect(await rows('rounds')).toHaveLength(1);
		},
		LIMIT,
	);
});
