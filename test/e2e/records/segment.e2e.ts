import { onBothStores } from '../lib/onBothStores';

const NODE = 'weChatSegment';
const NOW = '2026-11-24T12:00:00.000+08:00';
const NEXT_WEEK = '2026-12-01T12:00:00.000+08:00';
const SUMMARY = 6;

onBothStores('WeChat Segment', (n8n) => {
	const dayBefore = (days: number) => {
		const day = new Date(Date.parse('2026-11-24T00:00:00Z') - days * 86_400_000);
		return `${day.toISOString().slice(0, 10)}T12:00:00.000+08:00`;
	};
	const score = async (now: string) =>
		await n8n.run(NODE, { operation: 'score', scoring: 'fixed', options: { now } });

	it('scores what was recorded, the same again on the same day, and keeps the history', async () => {
		const first = await score(NOW);
		expect(first.error).toBeUndefined();
		expect(first.outputs[SUMMARY]?.[0]?.summary).toContain('共 0 人');
		const people: Record<string, number[]> = {
			oBest: [1, 4, 8, 12, 20, 28, 40, 60],
			oSilent: [45, 50, 55],
			'={{ $execution.id }}': [24, 26, 28],
		};
		for (const [openId, days] of Object.entries(people)) {
			const contact = { key: `contact:${openId}`, openId, isFollower: true };
			await n8n.write('contacts', { ...contact, lastAt: dayBefore(Math.min(...days)) });
			for (const day of days) {
				const key = `${openId}:${day}`;
				const row = { key, openId, kind: 'text', at: dayBefore(day), isOutgoing: false };
				await n8n.write('interactions', row);
			}
		}
		const runs = [await score(NOW), await score(NOW)];
		for (const { error, outputs } of runs) {
			expect(error).toBeUndefined();
			const openIds = outputs.map((list) => list.map(({ openId }) => openId));
			expect(openIds.slice(0, 5)).toEqual([
				['oBest'],
				['={{ $execution.id }}'],
				['oSilent'],
				[],
				['={{ $execution.id }}'],
			]);
			expect(outputs[5]).toHaveLength(3);
		}
		const contacts = await n8n.rows('contacts');
		expect(contacts.map(({ segment }) => segment)).toEqual(['highValue', 'dormant', 'potential']);
		expect(await n8n.rows('segments_history')).toHaveLength(3);
		const next = await score(NEXT_WEEK);
		expect(next.outputs[4]).toEqual([]);
		expect(next.outputs[SUMMARY]?.[0]?.summary).toContain('高价值 1（上次 1）');
		expect(await n8n.rows('segments_history')).toHaveLength(6);
	});
});
