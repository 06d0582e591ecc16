import { campaignLog, campaignLogKey } from '../../../nodes/shared/records/tables/campaignLog';
import { DAY, happened, NOON, useCampaigns } from './scene';

const scene = useCampaigns();

/** People of a campaign ten days ago, of whom the first so many came back. */
async function group(state: string, size: number, returned: number) {
	const at = NOON - 10 * DAY;
	const people = Array.from({ length: size }, (_, index) => `o${state}${index}`);
	await scene.records.put(
		campaignLog,
		people.map((openId) => ({
			key: campaignLogKey('back', openId),
			campaign: 'back',
			openId,
			state,
			chosenAt: at,
			...(state === 'sent' ? { sentAt: at } : {}),
		})),
	);
	for (const openId of people.slice(0, returned)) {
		await happened(scene, openId, 'text', at + 2 * DAY, { text: '有什么活动' });
	}
	return people;
}

describe('Measure', () => {
	it('compares both groups, says what may be said, and writes down who came back', async () => {
		await scene.campaign({ costFen: 5, returnDays: 7 });
		const sent = await group('sent', 60, 30);
		const held = await group('heldOut', 40, 4);
		await group('refused', 3, 3);
		await happened(scene, sent[0] ?? '', 'order', NOON - 9 * DAY, { amountFen: 12_000 });
		// To opt out is no return, nor is what the account did itself, nor what comes after the days.
		const unmoved = sent[50] ?? '';
		await happened(scene, unmoved, 'text', NOON - 9 * DAY, { text: '退订' });
		await happened(scene, unmoved, 'sent', NOON - 9 * DAY, { isOutgoing: true });
		await happened(scene, held[39] ?? '', 'text', NOON - DAY, { text: '在吗' });
		const { json, error } = await scene.run('measure');
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject([
			{
				campaign: 'back',
				treated: 60,
				treatedReturned: 30,
				heldOut: 40,
				heldOutReturned: 4,
				difference: 0.4,
				significant: true,
				broughtBack: 24,
				treatedFen: 12_000,
				additionalFen: 12_000,
				costFen: 300,
				waiting: 0,
			},
		]);
		const summary = String(json[0]?.[0]?.summary);
		expect(summary).toContain('触达组 30/60（50.0%），对照组 4/40（10.0%）');
		expect(summary).toContain('差异显著：消息带回了人');
		expect(summary).toContain('花费 3.00 元');
		const rows = scene.tables.rows('campaign_log').filter(({ returnedAt }) => Boolean(returnedAt));
		expect(rows).toHaveLength(34);
		expect(rows[0]).toMatchObject({ openId: sent[0], amountFen: 12_000 });
		const again = await scene.run('measure');
		expect(again.json).toEqual(json);
	});

	it('claims nothing of few people, nor of days that are not over', async () => {
		await scene.campaign({ returnDays: 30 });
		await group('sent', 5, 2);
		const early = await scene.run('measure');
		expect(early.json[0]).toMatchObject([{ treated: 0, waiting: 5, difference: null }]);
		expect(early.json[0]?.[0]?.summary).toContain('还有 5 人未满 30 天');
		await scene.campaign({ returnDays: 7 });
		await group('heldOut', 4, 1);
		const { json } = await scene.run('measure');
		expect(json[0]?.[0]).toMatchObject({ significant: false, test: 'fisherExact' });
		expect(json[0]?.[0]?.summary).toContain('差异不显著');
	});

	it('is silent about campaigns that nobody was chosen for', async () => {
		await scene.campaign();
		expect((await scene.run('measure')).json[0]).toEqual([]);
		const asked = await scene.run('measure', { campaign: 'back' });
		expect(asked.json[0]?.[0]?.summary).toContain('无法比较');
	});
});
