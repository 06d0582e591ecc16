import type { IDataObject } from 'n8n-workflow';
import { NOON, useCampaigns } from './scene';

const scene = useCampaigns();

const said = (Content: string, more: IDataObject = {}): IDataObject => ({
	MsgType: 'text',
	Content,
	CreateTime: NOON / 1_000,
	wechat: { kind: 'text', openId: 'oA', dedupeKey: 'oA1', text: Content },
	...more,
});
const later = (seconds: number): IDataObject => ({ CreateTime: NOON / 1_000 + seconds });
const contact = () => scene.tables.rows('contacts').find(({ openId }) => openId === 'oA');

describe('Opt Out', () => {
	it('confirms once, and again where the same message comes twice', async () => {
		await scene.follower('oA', { tier: 'vip' });
		const first = await scene.run('optOut', {}, [said('退订')]);
		expect(first.json[0]).toMatchObject([
			{
				openId: 'oA',
				consent: 'declined',
				Content: '退订',
				reply: expect.stringContaining('退订'),
			},
		]);
		expect(contact()).toMatchObject({ consent: 'declined', tier: 'vip', isFollower: true });
		const redelivered = await scene.run('optOut', {}, [said('退订')]);
		expect(redelivered.json[0]).toHaveLength(1);
		const again = await scene.run('optOut', {}, [said('td', later(60))]);
		expect(again.json[0]).toEqual([]);
		expect(again.json[1]).toMatchObject([{ consent: 'declined' }]);
		expect(again.json[1]?.[0]).not.toHaveProperty('reply');
	});

	it.each(['ＴＤ', ' 退订。', '“退订”', '回复退订', '取消訂閱', 'Unsubscribe'])(
		'understands %s',
		async (text) => {
			await scene.follower('oA');
			expect((await scene.run('optOut', {}, [said(text)])).json[0]).toHaveLength(1);
		},
	);

	it.each([
		'怎么退订',
		'不要退订',
		'今天有什么活动',
		'={{ $execution.id }}',
		'=1+1',
		"'; drop table x; --",
	])('lets %s pass', async (text) => {
		await scene.follower('oA');
		const item = said(text);
		const { json, error } = await scene.run('optOut', {}, [item]);
		expect(error).toBeUndefined();
		expect(json[2]).toEqual([item]);
		expect(contact()?.consent ?? '').toBe('');
	});

	it('takes everybody where a flow has found out already, by own words and with an own reply', async () => {
		const own = { concerns: 'everybody', replies: { optedOut: '好的' } };
		const { json } = await scene.run('optOut', own, [said('烦死了，别给我发东西了')]);
		expect(json[0]).toMatchObject([{ reply: '好的' }]);
		// Who is not known yet becomes a contact who wants nothing.
		expect(contact()).toMatchObject({ isFollower: true, consent: 'declined' });
		const words = { options: { optOutWords: '烦死了' } };
		const more = await scene.run('optOut', words, [said('烦死了', later(5))]);
		expect(more.json[1]).toHaveLength(1);
	});

	it('fails for an item that names nobody, and goes on where it shall', async () => {
		const items = [{ concerns: 1 }, said('退订')];
		const stopped = await scene.run('optOut', { concerns: 'everybody' }, items);
		expect(stopped.error?.message).toBe('The item names no follower');
		const goOn = await scene.run(
			'optOut',
			{ concerns: 'everybody' },
			items,
			'continueRegularOutput',
		);
		expect(goOn.json[0]).toMatchObject([{ error: 'The item names no follower' }, { openId: 'oA' }]);
	});

	it('holds whatever step it is killed before', async () => {
		for (let step = 1; step <= 3; step++) {
			let steps = 0;
			scene.tables.beforeStep = () => {
				steps += 1;
				if (steps >= step) throw new Error('The process was killed');
			};
			await scene.run('optOut', {}, [said('退订')]);
			scene.tables.beforeStep = () => undefined;
			await Promise.all([1, 2].map(async () => await scene.run('optOut', {}, [said('退订')])));
			expect(contact()?.consent).toBe('declined');
			expect(scene.tables.rows('contacts')).toHaveLength(1);
			scene.tables.tables.forEach((table) => {
				table.rows = [];
			});
		}
	});
});

describe('Ask for Consent', () => {
	it('asks with words to tap or to write, and not whoever has agreed', async () => {
		await scene.follower('oA');
		const { json } = await scene.run('askForConsent', {}, [said('提醒')]);
		expect(json[0]?.[0]?.reply).toContain(
			'<a href="weixin://bizmsgmenu?msgmenucontent=提醒我&msgmenuid=consent-yes">提醒我</a>',
		);
		const plain = await scene.run('askForConsent', { answers: 'words' }, [said('提醒')]);
		expect(plain.json[0]?.[0]?.reply).toContain('“提醒我”');
		await scene.run('noteConsent', {}, [said('提醒我')]);
		const known = await scene.run('askForConsent', {}, [said('提醒')]);
		expect(known.json[0]).toEqual([]);
		expect(known.json[1]?.[0]?.reply).toContain('已经为您开启提醒');
	});

	it('asks by its own words and menu keys only, where it has some', async () => {
		await scene.follower('oA');
		const tap = (EventKey: string) => ({ wechat: { openId: 'oA', kind: 'event.CLICK' }, EventKey });
		const items = [tap('提醒我'), tap('营业时间'), said('提醒我！'), said('几点关门')];
		const { json } = await scene.run('askForConsent', { askWords: '提醒我,开启提醒' }, items);
		expect(json.slice(0, 3).map((list) => list.length)).toEqual([2, 0, 2]);
	});
});

describe('Note Consent', () => {
	it('takes yes and no by word and by menu key; the last word counts, whatever comes late', async () => {
		await scene.follower('oA');
		const yes = await scene.run('noteConsent', {}, [said('提醒我', later(10))]);
		expect(yes.json[0]).toMatchObject([{ consent: 'granted', reply: expect.any(String) }]);
		expect(contact()).toMatchObject({ consent: 'granted' });
		// A message from before, delivered late.
		const late = await scene.run('noteConsent', {}, [said('不用提醒')]);
		expect(late.json[2]).toHaveLength(1);
		expect(contact()).toMatchObject({ consent: 'granted' });
		const tap = {
			Event: 'CLICK',
			EventKey: 'CONSENT_NO',
			...later(20),
			wechat: { kind: 'event.CLICK', openId: 'oA' },
		};
		const no = await scene.run('noteConsent', { options: { optOutWords: 'CONSENT_NO' } }, [tap]);
		expect(no.json[1]).toMatchObject([{ consent: 'declined' }]);
		expect((await scene.run('noteConsent', {}, [said('你好')])).json[2]).toHaveLength(1);
	});

	it('takes the answers about subscription notices, each once', async () => {
		const event = (kind: string, status: string, dedupeKey: string): IDataObject => ({
			CreateTime: NOON / 1_000,
			wechat: {
				kind,
				openId: 'oA',
				dedupeKey,
				notices: [
					{ TemplateId: 'TPL', SubscribeStatusString: status },
					{ TemplateId: 'OTHER', SubscribeStatusString: 'reject' },
				],
			},
		});
		const popup = event('event.subscribe_msg_popup_event', 'accept', 'd1');
		const first = await scene.run('noteConsent', {}, [popup, popup]);
		expect(first.json[0]?.[0]).toMatchObject({ consent: 'granted' });
		expect(first.json[0]?.[0]).not.toHaveProperty('reply');
		expect(scene.tables.rows('notice_consents')).toMatchObject([
			{ openId: 'oA', templateId: 'TPL', answer: 'accept' },
		]);
		await scene.run('noteConsent', {}, [event('event.subscribe_msg_change_event', 'reject', 'd2')]);
		const rows = scene.tables.rows('notice_consents');
		expect(rows.map(({ templateId, answer }) => [templateId, answer])).toEqual([
			['TPL', 'accept'],
			['TPL', 'reject'],
			['OTHER', 'reject'],
		]);
		expect(contact()).toMatchObject({ consent: 'granted' });
	});
});
