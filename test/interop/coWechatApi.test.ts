/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WechatAPI from 'co-wechat-api';
import { useAccount } from '../harness/account';

const FOLLOWERS = 10_003;
const HOUR = 3_600_000;
const MENU = { button: [{ type: 'click', name: '优惠', key: 'SALE' }] };

/** co-wechat-api gets from the simulator what it would get from WeChat. */
describe('co-wechat-api', () => {
	const account = useAccount();
	let api: WechatAPI;

	beforeEach(() => {
		const { url, platform } = account.simulator;
		const { appId, appSecret } = platform.state.account;
		api = new WechatAPI(appId, appSecret);
		api.prefix = `${url}/cgi-bin/`;
		const follower = account.state.addFollower('oA');
		account.state.allow(follower, 5, HOUR);
	});

	it('lists followers by cursor and reads them', async () => {
		for (let number = 1; number < FOLLOWERS; number++) account.state.addFollower(`o${number}`);
		const first = await api.getFollowers();
		expect(first).toMatchObject({ total: FOLLOWERS, count: 10_000 });
		const second = await api.getFollowers(String(first.next_openid));
		expect(second).toMatchObject({ total: FOLLOWERS, count: 3 });
		expect(await api.updateRemark('oA', '老客')).toMatchObject({ errcode: 0 });
		const user = await api.getUser({ openid: 'oA', lang: 'zh_CN' });
		expect(user).toMatchObject({ subscribe: 1, openid: 'oA', remark: '老客' });
		const many = await api.batchGetUsers(['oA', 'o1']);
		expect(many.user_info_list).toHaveLength(2);
	});

	it('tags followers', async () => {
		const { tag } = await api.createTags('活跃');
		await api.batchTagging(['oA'], tag.id);
		expect(await api.getIdList('oA')).toMatchObject({ tagid_list: [tag.id] });
		expect(await api.getUsersFromTag(tag.id)).toMatchObject({ count: 1, data: { openid: ['oA'] } });
		await api.updateTag(tag.id, '忠实');
		expect(JSON.stringify(await api.getTags())).toContain('忠实');
		await api.deleteTag(tag.id);
		expect(JSON.stringify(await api.getTags())).not.toContain('忠实');
	});

	it('keeps the menu', async () => {
		await api.createMenu(MENU);
		expect(await api.getMenu()).toMatchObject({ menu: MENU });
		const rule = { ...MENU, matchrule: { client_platform_type: '1' } };
		expect(await api.addConditionalMenu(rule)).toHaveProperty('menuid');
		await api.removeMenu();
		await expect(api.getMenu()).rejects.toMatchObject({ code: 46003 });
	});

	it('sends messages', async () => {
		await api.sendText('oA', '您好');
		await api.sendNews('oA', [{ title: '新品', description: '', url: 'https://e.cn', picurl: '' }]);
		const content = '内容：{{thing1.DATA}}';
		account.state.templates.push({ id: 'T1', title: '通知', content, example: '' });
		expect((await api.getAllPrivateTemplate()).template_list).toHaveLength(1);
		const sent = await api.sendTemplate('oA', 'T1', '', '', { thing1: { value: '订单' } });
		expect(sent).toMatchObject({ errcode: 0, msgid: expect.anything() as unknown });
		expect(account.state.followers.get('oA')?.inbox).toHaveLength(3);
		const broadcast = await api.massSendText('大家好', true);
		expect(broadcast).toMatchObject({ errcode: 0, msg_id: expect.anything() as unknown });
	});

	it('uploads and downloads files', async () => {
		const file = Buffer.from('a picture');
		const { media_id: mediaId, type } = await api.uploadMedia(file, 'image', 'a.png', 'image/png');
		expect(type).toBe('image');
		expect((await api.getMedia(mediaId)).equals(file)).toBe(true);
		expect(await api.getMaterialCount()).toMatchObject({ image_count: 0 });
	});

	it('makes QR codes and lists customer service accounts', async () => {
		expect(await api.createTmpQRCode(7, 600)).toMatchObject({ expire_seconds: 600 });
		account.state.kfAccounts.set('anna@gh1', { nickname: '安娜', isOnline: true });
		expect(JSON.stringify(await api.getCustomServiceList())).toContain('anna@gh1');
	});

	it('keeps files in the library', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'wechat-'));
		const path = join(folder, 'cover.png');
		writeFileSync(path, 'a picture');
		const { media_id: mediaId } = await api.uploadMaterial(path, 'image');
		expect(await api.getMaterials('image', 0, 20)).toMatchObject({
			total_count: 1,
			item: [{ media_id: mediaId, name: 'cover.png' }],
		});
		expect((await api.getMaterial(mediaId)).toString()).toBe('a picture');
		expect(await api.uploadImage(path)).toHaveProperty('url');
		await api.removeMaterial(mediaId);
		await expect(api.getMaterial(mediaId)).rejects.toMatchObject({ code: 40007 });
		rmSync(folder, { recursive: true });
	});

	it('previews, sends, looks up and deletes a broadcast, once for one client ID', async () => {
		await api.previewText('oA', '大家好');
		const { msg_id: id } = await api.massSendText('大家好', true, 'once');
		await expect(api.massSendText('大家好', true, 'once')).rejects.toMatchObject({ code: 45065 });
		expect(await api.getMassMessageStatus(id)).toMatchObject({ msg_status: 'SEND_SUCCESS' });
		await api.deleteMass(id);
		await expect(api.getMassMessageStatus(id)).rejects.toMatchObject({ code: 40059 });
	});

	it('tries and deletes conditional menus', async () => {
		await api.createMenu(MENU);
		const other = { button: [{ type: 'click', name: '苹果', key: 'IOS' }] };
		const { tag } = await api.createTags('活跃');
		await api.batchTagging(['oA'], tag.id);
		const rule = { ...other, matchrule: { tag_id: String(tag.id) } };
		const { menuid } = await api.addConditionalMenu(rule);
		expect(JSON.stringify(await api.tryConditionalMenu('oA'))).toContain('苹果');
		await api.delConditionalMenu(menuid);
		expect(JSON.stringify(await api.tryConditionalMenu('oA'))).toContain('优惠');
		await api.batchUnTagging(['oA'], tag.id);
		expect(await api.getIdList('oA')).toMatchObject({ tagid_list: [] });
		expect(await api.getMenuConfig()).toHaveProperty('is_menu_open');
	});

	it('keeps templates', async () => {
		await api.setIndustry({ industry_id1: '1', industry_id2: '4' });
		expect(await api.getIndustry()).toHaveProperty('primary_industry');
		const { template_id: id } = await api.addTemplate('TM00015');
		await api.delPrivateTemplate(id);
		expect((await api.getAllPrivateTemplate()).template_list).toHaveLength(0);
	});

	it('signs pages, makes permanent QR codes and asks where pushes come from', async () => {
		const config = await api.getJsConfig({ debug: false, url: 'https://e.cn/', jsApiList: [] });
		expect(config.signature).toMatch(/^[0-9a-f]{40}$/);
		expect(await api.createLimitQRCode('store-12')).toHaveProperty('ticket');
		expect(await api.getIp()).toHaveProperty('ip_list');
		expect(await api.getOnlineCustomServiceList()).toHaveProperty('kf_online_list');
	});

	it('gets the codes it knows', async () => {
		await expect(api.getUser({ openid: 'oStranger', lang: 'zh_CN' })).rejects.toMatchObject({
			code: 40003,
		});
		await expect(api.createTags('长'.repeat(31))).rejects.toMatchObject({ code: 45158 });
		account.state.addFollower('oSilent');
		await expect(api.sendText('oSilent', '您好')).rejects.toMatchObject({ code: 45015 });
	});
});
