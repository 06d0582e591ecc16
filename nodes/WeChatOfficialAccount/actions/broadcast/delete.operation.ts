import { jsonInteger } from '../../../shared/json';
import { webAddress } from '../../../shared/limits';
import { choice, digits, integer, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

const forId = { show: { deleteBy: ['msgId'] } };

export const deleteBroadcast = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete broadcast',
		description: 'Delete an article or video that was sent',
	},
	endpoints: ['POST /cgi-bin/message/mass/delete'],
	onlyOnce: {
		what: 'Deletion of a broadcast',
		isRepeatable: true,
		subject: (values) =>
			values.deleteBy === 'url' ? values.articleUrl : `${values.msgId}-${values.articleIndex}`,
	},
	fields: {
		deleteBy: choice(
			'Delete By',
			[
				{ name: 'Article URL', value: 'url' },
				{ name: 'Broadcast ID', value: 'msgId' },
			],
			'msgId',
		),
		msgId: digits('Broadcast ID', { displayOptions: forId, placeholder: 'e.g. 3147483652' }),
		articleIndex: integer('Article Number', [0, 8], {
			displayOptions: forId,
			description: 'Which article of the broadcast, counted from 1; 0 deletes all',
		}),
		articleUrl: text('Article URL', {
			displayOptions: { show: { deleteBy: ['url'] } },
			placeholder: 'e.g. https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1&sn=ab12',
		}),
	},
	async execute(ctx, values) {
		const path = '/cgi-bin/message/mass/delete';
		const body =
			values.deleteBy === 'url'
				? { url: webAddress('Article URL', values.articleUrl) }
				: { msg_id: jsonInteger(values.msgId), article_idx: values.articleIndex };
		await post(ctx, path, body);
		return { deleted: true };
	},
});
