import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { noticeConsents } from '../../../nodes/shared/records/tables/noticeConsents';
import { isHeldOut } from '../../../nodes/shared/segment/audience';
import { DAY, happened, HOUR, NOON, NOW, useCampaigns } from './scene';

const scene = useCampaigns();
const openIds = (list: Array<{ openId?: unknown }> = []) => list.map(({ openId }) => openId);

describe('Choose Audience', () => {
	it('says what to do while there is no campaign, and keeps an example to begin with', async () => {
		const { json } = await scene.run('chooseAudience');
		expect(json[2]?.[0]?.summary).toMatch(/没有进行中的活动/);
		expect(scene.tables.rows('campaigns').map(({ isActive }) => isActive)).toEqual([false, false]);
	});

	it('chooses followers of the segments, by Chinese and English names, and nobody twice', async () => {
		await scene.campaign({ segments: '沉默、High Value' });
		await scene.follower('oDormant');
		await scene.follower('oBest', { segment: 'highValue' });
		await scene.follower('oLost', { segment: 'lost' });
		const first = await scene.run('chooseAudience');
		expect(first.error).toBeUndefined();
		expect(openIds(first.json[0]).sort()).toEqual(['oBest', 'oDormant']);
		expect(first.json[0]?.[0]).toMatchObject({
			campaign: 'back',
			channel: 'customerServiceMessage',
			because: 'reachable',
			sendAfter: null,
		});
		expect(first.json[2]?.[0]).toMatchObject({ chosen: 2, heldOut: 0, notReachable: 0 });
		expect(first.json[2]?.[0]?.summary).toContain('马上可发 2 人（客服消息 2 人）');
		const again = await scene.run('chooseAudience');
		expect(again.json[0]).toEqual([]);
		expect(again.json[2]?.[0]?.summary).toContain('之前已选过 2 人');
		expect(scene.tables.rows('campaign_log')).toHaveLength(2);
	});

	it('two runs at the same moment choose everybody once', async () => {
		await scene.campaign();
		for (const openId of ['oA', 'oB', 'oC']) await scene.follower(openId);
		const runs = await Promise.all([scene.run('chooseAudience'), scene.run('chooseAudience')]);
		const chosen = runs.flatMap(({ json }) => openIds(json[0]));
		expect(chosen.sort()).toEqual(['oA', 'oB', 'oC']);
	});

	it('counts why somebody is not reachable, and says it', async () => {
		await scene.campaign({ needsConsent: false });
		await scene.follower('oOut', { consent: 'declined' });
		await scene.follower('oTag', { tags: '会员, 勿扰' });
		await scene.follower('oRemark', { remark: '勿扰：投诉过' });
		await scene.follower('oLeft', { isFollower: false });
		await scene.follower('oSilent', { lastContactAt: NOON - 3 * DAY });
		await scene.follower('oFull');
		for (const minute of [1, 2, 3, 4, 5]) {
			const at = NOON - minute * 60_000;
			await happened(scene, 'oFull', 'sent', at, { isOutgoing: true, data: { auto: true } });
		}
		const { json } = await scene.run('chooseAudience');
		expect(json[0]).toEqual([]);
		const because = Object.fromEntries(
			(json[1] ?? []).map((item) => [String(item.openId), item.because]),
		);
		expect(because).toEqual({
			oOut: 'optedOut',
			oTag: 'optedOut',
			oRemark: 'optedOut',
			oLeft: 'left',
			oSilent: 'noChannel',
			oFull: 'usedUp',
		});
		expect(json[2]?.[0]?.summary).toContain('已退订或标了勿扰 3 人');
		expect(scene.tables.rows('campaign_log')).toEqual([]);
	});

	it('asks for consent where the campaign needs it', async () => {
		await scene.campaign({ needsConsent: true });
		await scene.follower('oYes', { consent: 'granted' });
		await scene.follower('oNever');
		const { json } = await scene.run('chooseAudience');
		expect(openIds(json[0])).toEqual(['oYes']);
		expect(json[1]).toMatchObject([{ openId: 'oNever', because: 'noConsent' }]);
	});

	it('uses notices of those who agreed, each consent once, and none that was taken back', async () => {
		await scene.campaign({
			channels: '订阅通知',
			noticeTemplateId: 'TPL',
			noticeFields: 'thing1=好',
		});
		const consent = async (openId: string, answer: string, at: number) =>
			await scene.records.put(noticeConsents, [
				{ key: `consent:${openId}:${at}`, openId, templateId: 'TPL', answer, at },
			]);
		for (const openId of ['oAgreed', 'oUsed', 'oBack', 'oAgain']) await scene.follower(openId);
		for (const openId of ['oAgreed', 'oUsed', 'oBack', 'oAgain']) {
			await consent(openId, 'accept', NOON - 60 * DAY);
		}
		const used = { isOutgoing: true, eventKey: 'TPL' };
		await happened(scene, 'oUsed', 'noticeSent', NOON - 30 * DAY, used);
		await consent('oBack', 'reject', NOON - 20 * DAY);
		await happened(scene, 'oAgain', 'noticeSent', NOON - 30 * DAY, used);
		await consent('oAgain', 'reject', NOON - 20 * DAY);
		await consent('oAgain', 'accept', NOON - 10 * DAY);
		const { json } = await scene.run('chooseAudience');
		expect(openIds(json[0]).sort()).toEqual(['oAgain', 'oAgreed']);
		expect(openIds(json[1]).sort()).toEqual(['oBack', 'oUsed']);
	});

	it('holds the same people out in every run, and keeps quiet hours and the cap for later', async () => {
		await scene.campaign({ holdOutPercent: 50 });
		const all = Array.from({ length: 40 }, (_, index) => `oPerson${index}`);
		for (const openId of all) await scene.follower(openId);
		const night = '2026-11-24T22:30:00+08:00';
		for (const openId of all) {
			await scene.records.put(contacts, [
				{ key: `contact:${openId}`, lastContactAt: Date.parse(night) - HOUR },
			]);
		}
		await happened(scene, all[0] ?? '', 'sent', Date.parse(night) - DAY, { isOutgoing: true });
		const { json } = await scene.run('chooseAudience', { options: { now: night } });
		const heldOut = all.filter((openId) => isHeldOut(openId, 'back', 0.5));
		const log = scene.tables.rows('campaign_log');
		const held = log.filter(({ state }) => state === 'heldOut').map(({ openId }) => openId);
		// Who has had a message lately cannot be written to within the window, so is in neither group.
		expect(held.sort()).toEqual(heldOut.filter((openId) => openId !== all[0]).sort());
		expect(json[0]?.every(({ because }) => because === 'quietHours')).toBe(true);
		expect(json[0]?.[0]?.sendAfter).toBe('2026-11-25T01:00:00.000Z');
		expect(json[2]?.[0]?.summary).toContain('免打扰时间');
	});

	it('takes people of items, whatever their segment, and tells whom they came from', async () => {
		await scene.campaign();
		await scene.follower('oGoing', { segment: 'potential' });
		await scene.follower('oOther', { segment: 'potential' });
		const items = [{ openId: 'oUnknown' }, { openId: 'oGoing' }];
		const { json, outputs } = await scene.run('chooseAudience', { people: 'items' }, items);
		expect(openIds(json[0])).toEqual(['oGoing']);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 1 });
	});

	it('tells which column of a campaign is wrong', async () => {
		await scene.campaign({ quietFrom: '9 pm' });
		const { error } = await scene.run('chooseAudience');
		expect(error?.message).toContain("'quietFrom' of the campaign 'back' is not a time");
		await scene.campaign({ quietFrom: '', channels: '短信' });
		expect((await scene.run('chooseAudience')).error?.message).toContain('短信');
		const named = await scene.run('chooseAudience', { campaign: 'nothing' });
		expect(named.error?.message).toContain("no campaign 'nothing'");
		const goOn = await scene.run('chooseAudience', {}, [{}], 'continueRegularOutput');
		expect(goOn.json[0]?.[0]?.error).toContain('短信');
	});

	it('is over after the last day, the whole of which counts', async () => {
		await scene.campaign({ startsOn: '2026-11-20', endsOn: '2026/11/24' });
		await scene.follower('oA');
		const over = await scene.run('chooseAudience', { options: { now: '2026-11-25 10:00' } });
		expect(over.json[2]?.[0]?.summary).toMatch(/没有进行中/);
		expect(openIds((await scene.run('chooseAudience', { options: { now: NOW } })).json[0])).toEqual(
			['oA'],
		);
	});

	it('texts of strangers stay texts', async () => {
		const hostile = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];
		await scene.campaign();
		for (const openId of hostile) await scene.follower(openId, { remark: openId, scene: openId });
		const { json, error } = await scene.run('chooseAudience');
		expect(error).toBeUndefined();
		expect(openIds(json[0]).sort()).toEqual([...hostile].sort());
	});
});
