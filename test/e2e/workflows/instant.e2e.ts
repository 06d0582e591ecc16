/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { hear } from '../lib/hear';
import { onEachStore, useSystem } from '../lib/useSystem';

const PEOPLE = 60;
const PRIZES = 10;

onEachStore('07: sixty people claim ten prizes at once', (store) => {
	const system = useSystem({ only: ['00', '01', '07'] }, store);

	it('has ten winners and answers everyone', async () => {
		const { app } = system;
		await app.write('wechat_activities', {
			key: 'scratch-1',
			rules: JSON.stringify({ blanks: 0, days: 30 }),
		});
		await app.run('07', 'Catch up by hand');
		expect(await app.rows('wechat_tickets')).toHaveLength(PRIZES);
		const people = [...Array(PEOPLE).keys()].map((number) => `o_scratch_${number}`);
		const startedAt = Date.now();
		const heard = await Promise.all(people.map(async (openId) => await hear(app, openId, '刮奖')));
		const seconds = (Date.now() - startedAt) / 1_000;
		await app.settled();
		const won = heard.filter(({ text }) => text.includes('恭喜您刮中「茶样一盒」'));
		expect(won).toHaveLength(PRIZES);
		expect(heard.filter(({ text }) => text.includes('奖券已经刮完'))).toHaveLength(PEOPLE - PRIZES);
		for (const openId of people) {
			const { inbox = [] } = app.simulator.platform.state.followers.get(openId) ?? {};
			expect(inbox).toHaveLength(1);
		}
		const claimed = (await app.rows('wechat_tickets')).filter(({ state }) => state === 'claimed');
		expect(claimed).toHaveLength(PRIZES);
		expect(new Set(claimed.map(({ openId }) => openId)).size).toBe(PRIZES);
		expect(claimed.every(({ version }) => version === 1)).toBe(true);
		// Whoever asks again gets the same answer.
		const [winner] = people.filter((openId) => claimed.some((ticket) => ticket.openId === openId));
		const again = await hear(app, winner ?? '', '刮奖');
		expect(again.text).toBe(heard[people.indexOf(winner ?? '')]?.text);
		expect(await app.failures()).toEqual([]);
		const late = heard.filter(({ isLate }) => isLate).length;
		process.stdout.write(
			`instant win on ${store}: ${PEOPLE} people, ${PRIZES} prizes, in ${seconds.toFixed(1)} s, ${late} answered by a later message\n`,
		);
	}, 180_000);
});
