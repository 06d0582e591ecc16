/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../lib/n8n';
import { onEachStore, useSystem } from '../lib/useSystem';

interface Answer {
	kind: string;
	text: string;
	milliseconds: number;
}

interface Question {
	text: string;
	/** Keys of keywords that answer it; empty when nothing in the library does. */
	expected: string[];
	wish: 'keyword' | 'person' | 'talk' | 'none';
}

const WISHES: Record<string, Question['wish']> = {
	'@person': 'person',
	'@talk': 'talk',
	'-': 'none',
};

/** Questions that the library and its built-in words were not written for; see docs/strategies. */
function scriptedQuestions(): Question[] {
	const file = join(process.cwd(), 'test/e2e/workflows/data/questions.tsv');
	const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
	return lines.map((line) => {
		const [text = '', keys = ''] = line.split('\t');
		const wish = WISHES[keys] ?? 'keyword';
		return { text, expected: wish === 'keyword' ? keys.split('|') : [], wish };
	});
}

const quantile = (values: number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

const LINK = /<a href="weixin:\/\/bizmsgmenu\?msgmenucontent=([^&"]+)&msgmenuid=([^"]+)">/;
const HOUR = 3_600_000;

onEachStore('04 Keyword auto-reply', (store) => {
	const system = useSystem({ only: ['00', '01', '04'] }, store);

	const ask = async (openId: string, text: string, fields = {}): Promise<Answer> => {
		const { reading, deliveries } = await system.app.push({
			FromUserName: openId,
			MsgType: 'text',
			Content: text,
			...fields,
		});
		const [delivery] = deliveries;
		expect(deliveries).toHaveLength(1);
		const read = reading.kind === 'reply' ? String(reading.content.content ?? '') : '';
		return { kind: reading.kind, text: read, milliseconds: delivery?.milliseconds ?? 0 };
	};

	/** Moves the clock to an hour of the next day in Shanghai. */
	const nextDayAt = async (hour: number) => {
		const { clock } = system.app.simulator.platform.state;
		const today = Math.floor((clock.now() + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;
		await system.app.advance(today + (24 + hour) * HOUR - clock.now());
	};

	const inbox = (openId: string) =>
		(system.app.simulator.platform.state.followers.get(openId)?.inbox ?? []).map(
			({ via, content }) => `${via}: ${JSON.stringify(content)}`,
		);

	const rowsOf = async (table: string, openId: string) =>
		(await system.app.rows(table)).filter((row) => row.openId === openId);

	beforeAll(async () => {
		await nextDayAt(10);
	});

	it('answers most of what is asked, rightly, and at once', async () => {
		const { app } = system;
		const replies = new Map(
			(await app.rows<{ key: string; reply: string }>('wechat_keywords')).map((row) => [
				row.key,
				row.reply,
			]),
		);
		const questions = scriptedQuestions();
		expect(questions.length).toBeGreaterThanOrEqual(120);
		const answers: Array<Question & Answer & { openId: string; key?: string }> = [];
		for (const [place, question] of questions.entries()) {
			const openId = `oAsker${place}`;
			app.simulator.platform.state.addFollower(openId);
			const answer = await ask(openId, question.text);
			const key = [...replies].find(([, reply]) => reply === answer.text)?.[0];
			answers.push({ ...question, ...answer, openId, key });
		}
		await app.settled();
		const answered = answers.filter(({ key }) => key !== undefined);
		const right = answered.filter(({ key = '', expected }) => expected.includes(key));
		const times = answers.map(({ milliseconds }) => milliseconds);
		const keywordTimes = answered.map(({ milliseconds }) => milliseconds);
		console.log(
			`${answers.length} questions: ${answered.length} answered by the library (${Math.round((answered.length / answers.length) * 1000) / 10} %), ` +
				`${right.length} of them rightly (${Math.round((right.length / answered.length) * 1000) / 10} %); ` +
				`median ${quantile(keywordTimes, 0.5)} ms, P95 ${quantile(keywordTimes, 0.95)} ms, slowest of all ${quantile(times, 1)} ms`,
		);
		expect(answered.length / answers.length).toBeGreaterThanOrEqual(0.8);
		expect(right.length / answered.length).toBeGreaterThanOrEqual(0.95);
		expect(quantile(times, 1)).toBeLessThan(5_000);

		// Nobody is left without an answer, nobody gets two.
		for (const { openId, kind, wish, key } of answers) {
			const read = inbox(openId);
			expect(read).toHaveLength(1);
			if (wish === 'person') expect(kind).toBe('handedOver');
			if (wish === 'talk') expect({ kind, key }).toEqual({ kind: 'reply', key: undefined });
		}
		const hits = await app.rows('wechat_keyword_hits');
		expect(new Set(hits.map(({ key }) => key)).size).toBe(questions.length);
		expect(hits).toHaveLength(questions.length);
	}, 300_000);

	it('offers what may be meant; a tap is answered and noted', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oTap');
		const { text } = await ask('oTap', '小孩能喝吗');
		expect(text).toContain('您是不是想问');
		const [, word = '', id = ''] = LINK.exec(text) ?? [];
		expect(id).toBe('ingredients');
		await app.settled();
		expect(await rowsOf('wechat_unmatched', 'oTap')).toMatchObject([
			{ text: '小孩能喝吗', status: 'offered', offered: expect.stringContaining(id), chosen: '' },
		]);
		const tapped = await ask('oTap', word, { bizmsgmenuid: id });
		expect(tapped.text).toContain('咖啡因');
		await app.settled();
		expect(await rowsOf('wechat_unmatched', 'oTap')).toMatchObject([
			{ status: 'open', chosen: 'ingredients' },
		]);
		const hits = await rowsOf('wechat_keyword_hits', 'oTap');
		expect(hits).toHaveLength(2);
		expect(hits).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ status: 'candidates' }),
				expect.objectContaining({ status: 'matched', why: 'tapped', keywordId: 'ingredients' }),
			]),
		);
		expect(inbox('oTap')).toHaveLength(2);
	});

	it('hands over to a person in business hours, with a case and a deadline', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oVip');
		await app.write('wechat_contacts', { key: 'oVip', openId: 'oVip', tier: 'vip' });
		const { kind } = await ask('oVip', '我要找人工');
		expect(kind).toBe('handedOver');
		await app.settled();
		expect(inbox('oVip')).toEqual([expect.stringContaining('正在为您转接人工客服')]);
		expect(await rowsOf('wechat_service_events', 'oVip')).toMatchObject([
			{ caseId: 'oVip', channel: 'chat', kind: 'userMessage', tier: 'vip', text: '我要找人工' },
		]);
		const [told] = app.staff.messages.filter((message) => message.includes('oVip'));
		expect(told).toMatch(/转人工.*找人工[\s\S]*vip[\s\S]*10:3\d 前回复/);
		const sent = (await rowsOf('wechat_interactions', 'oVip')).filter((row) => row.kind === 'sent');
		expect(sent).toMatchObject([{ auto: true }]);
		expect(await rowsOf('wechat_unmatched', 'oVip')).toEqual([]);
	});

	it('keeps what the library lacks, and gives an angry person to staff although there is an answer', async () => {
		const { app } = system;
		for (const openId of ['oGap', 'oAngry']) app.simulator.platform.state.addFollower(openId);
		expect((await ask('oGap', '可以带狗进店吗')).kind).toBe('handedOver');
		const angry = await ask('oAngry', '退款一直不到账，再不退我就打12315了，骗子');
		expect(angry.text).toContain('7 天内可退');
		await app.settled();
		expect(await rowsOf('wechat_unmatched', 'oGap')).toMatchObject([{ status: 'open' }]);
		expect(await rowsOf('wechat_service_events', 'oAngry')).toMatchObject([{ tier: 'negative' }]);
		expect(app.staff.messages.filter((message) => message.includes('oAngry'))).toHaveLength(1);
		expect(inbox('oAngry')).toHaveLength(1);
	});

	it('hands over who asks the same again at once', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oAgain');
		expect((await ask('oAgain', '查一下物流')).text).toContain('我的订单');
		await app.settled();
		await app.advance(60_000);
		expect((await ask('oAgain', '物流怎么查不到')).kind).toBe('handedOver');
		await app.settled();
		expect(app.staff.messages.at(-1)).toContain('刚回答过');
	});

	it('says by when an answer comes outside business hours', async () => {
		const { app } = system;
		await nextDayAt(23);
		app.simulator.platform.state.addFollower('oNight');
		const { text } = await ask('oNight', '找一下人工客服');
		expect(text).toMatch(/上班时间 09:00-21:00.*\d+月\d+日 11:00 前回复您/);
		await app.settled();
		expect(inbox('oNight')).toHaveLength(1);
		expect(await rowsOf('wechat_service_events', 'oNight')).toHaveLength(1);
		expect(app.staff.messages.filter((message) => message.includes('oNight'))).toHaveLength(1);
	});

	it('answers a message once, however often it is delivered', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oTwice');
		const fields = { MsgId: '24690134567890999' };
		await Promise.all([ask('oTwice', '运费多少', fields), ask('oTwice', '运费多少', fields)]);
		await app.settled();
		expect(await rowsOf('wechat_keyword_hits', 'oTwice')).toHaveLength(1);
	});

	it('tells followers of an account without customer service that a person comes', async () => {
		const { app } = system;
		await nextDayAt(10);
		await app.set('handOverBy', 'text');
		app.simulator.platform.state.addFollower('oPlain');
		expect((await ask('oPlain', '转人工')).text).toContain('正在为您转接人工客服');
		await until('staff know', async () =>
			Promise.resolve(app.staff.messages.some((text) => text.includes('oPlain')) || undefined),
		);
		await app.settled();
		expect(inbox('oPlain')).toHaveLength(1);
		expect(await app.failures()).toEqual([]);
	});
});
