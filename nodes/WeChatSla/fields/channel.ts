import { choice, type Field } from '../../shared/operations/fields';
import type { Channel } from '../../shared/sla/types';

/** By which way something came in. @param fromItem what *From Item* takes */
export const channelField = (fromItem: string): Field<Channel | 'item'> =>
	choice(
		'Channel',
		[
			{ name: 'Chat', value: 'chat', description: "Ends with WeChat's window of 48 hours" },
			{ name: 'Comment', value: 'comment', description: 'Comment on an article (留言)' },
			{ name: 'From Item', value: 'item', description: fromItem },
		],
		'item',
	);
