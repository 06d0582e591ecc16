import { JoinedMessages } from '../../../nodes/WeChatStaff/operations/joined';
import type { Note } from '../../../nodes/shared/staff/note';

describe('parts of several items in one message', () => {
	it('come in the order of the items, whoever asks first', async () => {
		const sent: string[] = [];
		const recipient = {
			mark: 'group',
			name: 'weCom',
			openId: '',
			maxTextBytes: 2_000,
			isReady: async () => await Promise.resolve(),
			send: async ({ text }: Note) => {
				sent.push(text);
				return await Promise.resolve({ sentTo: 'group' });
			},
		};
		const messages = new JoinedMessages(recipient, { title: '', atAll: false, mobiles: [] }, 3);
		await Promise.all(
			[2, 0, 1].map(async (position) => await messages.send({ text: `第 ${position}` }, position)),
		);
		expect(sent).toEqual(['1. 第 0\n\n2. 第 1\n\n3. 第 2']);
	});
});
