import { onBothStores } from '../lib/onBothStores';

const NODE = 'weChatCampaign';
/** A Tuesday at noon in Shanghai. */
const NOW = '2026-11-24T12:00:00.000+08:00';
const AN_HOUR_AGO = '2026-11-24T11:00:00.000+08:00';
const IN_EIGHT_DAYS = '2026-12-02T12:00:00.000+08:00';
const HOSTILE = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];

onBothStores('WeChat Campaign', (n8n) => {
	const options = { now: NOW };
	const state = () => n8n.simulator.platform.state;
	const inbox = (openId: string) =>
		(state().followers.get(openId)?.inbox ?? []).map(({ content }) => content);
	const openIds = (items: Array<Record<string, unknown>> = []) => items.map(({ openId }) => openId);
	const said = (openId: string, Content: string, CreateTime: number) => ({
		MsgType: 'text',
		Content,
		CreateTime,
		wechat: { kind: 'text', openId, dedupeKey: `${openId}${CreateTime}`, text: Content },
	});

	async function addFollower(openId: string): Promise<void> {
		state().addFollower(openId, { allowances: [{ left: 5, until: Number.POSITIVE_INFINITY }] });
		await n8n.write('contacts', {
			key: `contact:${openId}`,
			openId,
			isFollower: true,
			segment: 'dormant',
			lastContactAt: AN_HOUR_AGO,
		});
	}

	it('asks, notes yes and no, and opts out once', async () => {
		const asked = await n8n.run(NODE, { operation: 'askForConsent' }, [said('oYes', '提醒', 1)]);
		expect(asked.error).toBeUndefined();
		expect(asked.outputs[0]?.[0]?.reply).toContain('提醒我');
		const yes = await n8n.run(NODE, { operation: 'noteConsent' }, [
			said('oYes', '提醒我', 1_795_000_000),
			...HOSTILE.map((text) => said('oYes', text, 1_795_000_001)),
		]);
		expect(openIds(yes.outputs[0])).toEqual(['oYes']);
		expect(yes.outputs[2]?.map(({ Content }) => Content)).toEqual(HOSTILE);
		const items = [said('oOut', '退订', 1_795_000_000), said('oOut', 'TD', 1_795_000_060)];
		const out = await n8n.run(NODE, { operation: 'optOut' }, items);
		expect(out.outputs.slice(0, 2).map((list) => openIds(list))).toEqual([['oOut'], ['oOut']]);
		const rows = await n8n.rows('contacts');
		expect(rows.map(({ openId, consent }) => [openId, consent])).toEqual([
			['oYes', 'granted'],
			['oOut', 'declined'],
		]);
	});

	it('chooses, writes to each once, and measures', async () => {
		const none = await n8n.run(NODE, { operation: 'chooseAudience', options });
		expect(none.outputs[2]?.[0]?.summary).toMatch(/没有进行中的活动/);
		await n8n.write('campaigns', {
			key: 'back',
			name: '好久不见',
			isActive: true,
			segments: '沉默',
			channels: '客服消息',
			text: '好久不见！',
			coupon: '满 100 减 20',
			couponText: '好久不见！券码 {coupon}',
			holdOutPercent: 0,
		});
		for (const openId of ['oOut', 'oA', 'oB', ...HOSTILE]) await addFollower(openId);
		const chosen = await n8n.run(NODE, { operation: 'chooseAudience', options });
		expect(chosen.error).toBeUndefined();
		expect(openIds(chosen.outputs[0]).sort()).toEqual(['oA', 'oB', ...HOSTILE].sort());
		expect(chosen.outputs[1]).toMatchObject([{ openId: 'oOut', because: 'optedOut' }]);

		const delivered = await n8n.run(NODE, { operation: 'deliver', options }, [{}, {}]);
		expect(delivered.error).toBeUndefined();
		expect(delivered.outputs[0]).toMatchObject([{ sent: 5, unknown: 0 }]);
		const again = await n8n.run(NODE, { operation: 'deliver', options });
		expect(again.outputs[0]).toMatchObject([{ sent: 0 }]);
		for (const openId of ['oA', 'oB', ...HOSTILE]) expect(inbox(openId)).toHaveLength(1);
		expect(inbox('oOut')).toEqual([]);
		const log = await n8n.rows('campaign_log');
		expect(log.map((row) => row.state)).toEqual(log.map(() => 'sent'));
		expect(await n8n.rows('prizes_won')).toHaveLength(5);
		const codes = log.map(({ coupon }) => `好久不见！券码 ${String(coupon)}`);
		expect(log.map(({ openId }) => inbox(String(openId))[0])).toEqual(
			codes.map((content) => ({ content })),
		);

		await n8n.write('interactions', {
			key: 'oA:back',
			openId: 'oA',
			kind: 'text',
			text: '还在吗',
			at: '2026-11-26T12:00:00.000+08:00',
			isOutgoing: false,
		});
		const later = { operation: 'measure', campaign: 'back', options: { now: IN_EIGHT_DAYS } };
		const measured = await n8n.run(NODE, later);
		expect(measured.outputs[0]).toMatchObject([{ treated: 5, treatedReturned: 1, heldOut: 0 }]);
		expect(measured.outputs[0]?.[0]?.summary).toContain('触达组 1/5');
	});
});
