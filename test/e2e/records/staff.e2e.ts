import { CREDENTIAL } from '../lib/flow';
import { onBothStores } from '../lib/onBothStores';
import { StaffRoom } from '../lib/staffRoom';

const ROBOT = 'weChatStaffRobotApi';

onBothStores('WeChat Staff', (n8n) => {
	let room: StaffRoom;

	beforeAll(async () => {
		room = await StaffRoom.open();
		n8n.credentials[ROBOT] = await n8n.client.addCredential(ROBOT, 'Robot', {
			robotKind: 'weCom',
			webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
			signingSecret: '',
			robotBaseUrl: room.url,
		});
	});
	afterAll(async () => await room.close());

	const notify = async (items: Array<Record<string, unknown>>, more = {}) => {
		const credentials = {
			[CREDENTIAL]: { name: 'WeChat account' },
			[ROBOT]: { name: 'Robot' },
			...(n8n.store === 'postgres' ? { postgres: { name: 'Records' } } : {}),
		};
		const parameters = { operation: 'notify', ...more };
		return await n8n.run('weChatStaff', parameters, items, { credentials });
	};

	it('writes to the group once, and calls everybody where it is wanted', async () => {
		const items = [
			{ summary: '={{ $execution.id }} <@all>', noticeKey: 'n1' },
			{ summary: '第二条', noticeKey: 'n2' },
		];
		const first = await notify(items, { title: '超时升级', call: 'all' });
		expect(first.error).toBeUndefined();
		expect(first.outputs[0]).toMatchObject([
			{ noticeKey: 'n1', staff: { status: 'sent' } },
			{ noticeKey: 'n2', staff: { status: 'sent' } },
		]);
		expect(room.messages).toEqual([
			'超时升级\n1. ={{ $execution.id }} <＠all>\n\n2. 第二条@所有人',
		]);
		const again = await notify(items, { title: '超时升级', call: 'all' });
		expect(again.outputs[0]?.map(({ staff }) => staff)).toEqual([
			{ status: 'alreadySent' },
			{ status: 'alreadySent' },
		]);
		expect(room.messages).toHaveLength(1);
		const rows = await n8n.rows('sent_log');
		expect(rows.map(({ state, what }) => [state, what])).toEqual([
			['sent', 'Staff message'],
			['sent', 'Staff message'],
		]);
	});
});
