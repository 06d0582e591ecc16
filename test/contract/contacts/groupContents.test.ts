import type { IDataObject } from 'n8n-workflow';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { groupContents } from '../../../nodes/shared/records/tables/groupContents';
import { groupMembers } from '../../../nodes/shared/records/tables/groupMembers';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { dataTablesOf } from '../../harness/dataTables';
import { testCredentials } from '../../harness/engine';
import { dataTableRecords } from '../../harness/records';
import { contactsNode } from './helper';

const APP_ID = 'wxaaaaaaaa';
const NOW = '2026-11-24T19:30:00+08:00';
const DAY_MS = 86_400_000;
const at = (days: number) => Date.parse(NOW) - days * DAY_MS;

async function scene() {
	const credentials = await testCredentials({ appId: APP_ID });
	const records = dataTableRecords(dataTablesOf(credentials), tablePrefix(APP_ID));
	let count = 0;
	const member = async (openId: string, since: number, messages: number, lastDay = 5) => {
		const place = { key: `place:group:a:${openId}`, groupKey: 'group:a', openId, state: 'joined' };
		await records.add(groupMembers, [{ ...place, at: at(since) }]);
		const rows = Array.from({ length: messages }, (_, n) => {
			count += 1;
			return { key: `m${count}`, openId, kind: 'text', at: at(lastDay) - n * 1_000 };
		});
		if (rows.length > 0) await records.add(interactions, rows);
	};
	const choose = async (now = NOW) => {
		const { outputs, error } = await contactsNode(
			{ resource: 'group', operation: 'chooseContent', least: 3, options: { now } },
			[{}],
			credentials,
		);
		expect(error).toBeUndefined();
		const [send = [], summary = []] = outputs;
		return { send: send.map(({ openId, key }: IDataObject) => [openId, key]), summary };
	};
	return { records, member, choose };
}

const HELLO = { key: 'content:hello', isActive: true, layer: '沉默', text: '好久不见' };

describe('WeChat Contacts: contents for members of groups', () => {
	it('gives each layer its own, where the member can be written to and wants it', async () => {
		const { records, member, choose } = await scene();
		await member('oNew', 2, 1, 1);
		await member('oActive', 30, 5, 1);
		await member('oAway', 30, 5, 4);
		await member('oSilent', 30, 1, 1);
		await member('oOut', 30, 5, 1);
		await member('', 30, 0);
		await records.add(contacts, [
			{ key: 'contact:oOut', openId: 'oOut', isFollower: true, consent: 'declined' },
		]);
		await records.put(groupContents, [
			{ key: 'content:guide', isActive: true, layer: '新成员', text: '欢迎' },
			{ key: 'content:preview', isActive: true, layer: '活跃', sendOn: '2026-11-24', text: '预告' },
			{ ...HELLO, sendOn: '2026-11-24' },
			{ key: 'content:later', isActive: true, layer: '全部', sendOn: '2026-11-25', text: '明天' },
			{ key: 'content:wrong', isActive: true, layer: '没有这层', text: '没有人' },
			{ key: 'content:off', layer: '全部', text: '没开' },
		]);
		const { send, summary } = await choose();
		expect(send.sort()).toEqual([
			['oActive', 'content:preview:2026-11-24'],
			['oNew', 'content:guide'],
			['oSilent', 'content:hello:2026-11-24'],
		]);
		expect(summary).toEqual([
			{
				summary:
					'今天的群内容\n\n【活跃】预告\n公众号发给 1 人；其余 2 人 48 小时内没有来过，请在群里发一次。\n\n【沉默】好久不见\n公众号发给 1 人；其余 0 人 48 小时内没有来过，请在群里发一次。',
				noticeKey: 'groupContents:2026-11-24',
			},
		]);
		expect((await choose('2026-11-25T10:00:00+08:00')).send).toContainEqual([
			'oSilent',
			'content:later:2026-11-25',
		]);
	});

	it('gives nothing, and tells nobody, as long as nothing is written', async () => {
		const { member, choose } = await scene();
		await member('oNew', 2, 1, 1);
		expect(await choose()).toEqual({ send: [], summary: [] });
	});
});
