import { onCanvas, PASSWORD, until } from '../lib/canvas';

/** A minute, and what it takes to send. */
const ROBOT_MS = 75_000;
const TEST_MS = 4 * ROBOT_MS;
const REFUND = '您的退款已经批准，三天内到账。';
const HOSTILE = '={{ $execution.id }}<a href="weixin://x">地址</a><script>1</script>';

onCanvas('16', (stage) => {
	const state = () => stage().simulator.platform.state;
	const inbox = (openId: string) => state().followers.get(openId)?.inbox ?? [];
	const texts = (openId: string) => JSON.stringify(inbox(openId));
	const told = () => stage().room.messages.join('\n');
	const isChinese = async () => (await (await fetch(form(), page)).text()).includes('申请发送');
	const form = () => stage().formOf('request');
	const page = { headers: PASSWORD };

	const linksIn = (messages: string[]): string[] =>
		messages.flatMap(
			(message) => message.match(/https?:\/\/[^\s)"\\]+\/webhook-waiting\/[^\s)"\\]+/g) ?? [],
		);

	/** A colleague fills in the form; the link that the group gets for it. */
	const request = async (kind: 'many' | 'one', to: string, text: string): Promise<string> => {
		const before = stage().room.messages.length;
		const [one, many] = (await isChinese())
			? ['回复一位粉丝', '群发给一个标签']
			: ['One follower', 'All with a tag'];
		const body = new FormData();
		// As n8n's page sends what is ticked.
		['小李', JSON.stringify([kind === 'one' ? one : many]), to, text].forEach((value, place) =>
			body.set(`field-${place}`, value ?? ''),
		);
		const { status } = await fetch(form(), { method: 'POST', body, ...page });
		expect(status).toBe(200);
		const link = await until(
			'the group is asked',
			async () => linksIn(stage().room.messages.slice(before))[0],
			ROBOT_MS,
		);
		await until('the page is there', async () =>
			(await fetch(link)).headers.get('content-type')?.includes('html') ? true : undefined,
		);
		return link;
	};
	const decide = async (link: string, decision: 'no' | 'yes', answer = ''): Promise<string> =>
		await (
			await fetch(link, { method: 'POST', body: new URLSearchParams({ decision, answer }) })
		).text();
	/** Waits until the group reads something after a point. A robot takes 20 messages a minute. */
	const hears = async (from: number, what: RegExp): Promise<void> => {
		await until(
			`the group hears ${what.source}`,
			async () =>
				stage()
					.room.messages.slice(from)
					.some((message) => what.test(message)) || undefined,
			ROBOT_MS,
		);
	};

	it(
		'asks strangers for the password, and sends nothing before somebody has agreed',
		async () => {
			const { room, rows } = stage();
			expect((await fetch(form())).status).toBe(401);
			expect((await fetch(form(), { method: 'POST', body: new FormData() })).status).toBe(401);
			const { clock } = state();
			state().allow(state().addFollower('oFan', { wroteAt: clock.now() }), 20, 86_400_000);
			const link = await request('one', 'oFan', REFUND);
			expect(told()).toContain(REFUND);
			// Looking at the page decides nothing, and no other answer does.
			expect(await (await fetch(link)).text()).toContain(REFUND);
			await fetch(link, { method: 'POST', body: new URLSearchParams({ decision: 'maybe' }) });
			expect(inbox('oFan')).toEqual([]);
			const from = room.messages.length;
			await decide(link, 'yes');
			await hears(from, /发送结果|Result/);
			expect(inbox('oFan').at(-1)).toMatchObject({
				via: 'customerService',
				content: { content: REFUND },
			});
			expect(await rows('decisions')).toMatchObject([{ state: 'yes', answer: '同意' }]);
			// The link is used up.
			await decide(link, 'yes');
			expect(inbox('oFan')).toHaveLength(1);
		},
		TEST_MS,
	);

	it(
		'sends the same text to the same follower once a day, agreed to twice or not',
		async () => {
			const { room } = stage();
			const link = await request('one', 'oFan', REFUND);
			const from = room.messages.length;
			await decide(link, 'yes');
			await hears(from, /发送结果|Result/);
			expect(inbox('oFan')).toHaveLength(1);
		},
		TEST_MS,
	);

	it(
		'sends nothing that was refused, and tells why',
		async () => {
			const { room } = stage();
			const link = await request('one', 'oFan', '这句不发');
			const from = room.messages.length;
			await decide(link, 'no', '口气不对');
			await hears(from, /口气不对/);
			expect(texts('oFan')).not.toContain('这句不发');
		},
		TEST_MS,
	);

	it(
		'shows all of a text to whoever decides, as plain text',
		async () => {
			const long = `开头${'很'.repeat(900)}结尾`;
			const link = await request('one', 'oFan', long);
			expect(await (await fetch(link)).text()).toContain(long);
			await decide(link, 'no');
			const hostile = await request('one', 'oFan', HOSTILE);
			const html = await (await fetch(hostile)).text();
			expect(html).not.toContain('<script>1');
			expect(html).not.toContain('href="weixin');
			await decide(hostile, 'no');
			expect(texts('oFan')).not.toContain('execution');
		},
		TEST_MS,
	);

	it(
		'takes the first of several decisions',
		async () => {
			const { room } = stage();
			const link = await request('one', 'oFan', '抢着点');
			const from = room.messages.length;
			await Promise.all([decide(link, 'yes'), decide(link, 'no'), decide(link, 'yes')]);
			await hears(from, /抢着点/);
			await stage().settled();
			const isSent = texts('oFan').includes('抢着点');
			// What the group hears of requests before may still come.
			const isRefused = room.messages
				.slice(from)
				.some((text) => text.includes('抢着点') && /驳回|Refused/.test(text));
			expect(isSent).toBe(!isRefused);
		},
		TEST_MS,
	);

	it(
		'broadcasts to a tag, once',
		async () => {
			const { room } = stage();
			state().tags.set(101, { id: 101, name: '会员' });
			const text = '周六上午 <活动> 说明会，欢迎报名。';
			const agree = async (): Promise<void> => {
				const link = await request('many', '会员', text);
				const from = room.messages.length;
				await decide(link, 'yes');
				await hears(from, /发送结果|Result/);
			};
			await agree();
			await agree();
			expect(state().broadcasts.size).toBe(1);
		},
		TEST_MS,
	);

	it(
		'tells why something could not be sent',
		async () => {
			const { room, settled } = stage();
			state().addFollower('oSilent');
			for (const [kind, to] of [
				['one', 'oSilent'],
				['many', '没有的标签'],
			] as const) {
				const link = await request(kind, to, '您好');
				const from = room.messages.length;
				await decide(link, 'yes');
				await hears(from, /发送失败|Not sent/);
			}
			expect(told()).toContain('45015');
			expect(new Set(await settled())).toEqual(new Set(['success']));
		},
		TEST_MS,
	);
});
