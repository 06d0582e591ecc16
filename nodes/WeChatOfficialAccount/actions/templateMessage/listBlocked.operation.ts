import castArray from 'lodash/castArray';
import type { IDataObject } from 'n8n-workflow';
import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { collectPages } from '../../../shared/transport/paging';
import { limitOf, requiredText, returnAllFields } from '../../descriptions/fields';
import { templateField } from '../../descriptions/template';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const listBlocked: ItemOperation = {
	option: {
		name: 'Get Many Blocked',
		value: 'listBlocked',
		action: 'Get many blocked template messages',
		description: 'Get many messages that WeChat did not deliver',
	},
	endpoints: ['POST /wxa/sec/queryblocktmplmsg'],
	limits: '100 per call',
	properties: [templateField('searchTemplates'), ...returnAllFields],
	async execute(ctx, itemIndex) {
		const tmpl_msg_id = requiredText(ctx, 'templateId', 'Template', itemIndex, {
			extractValue: true,
		});
		const messages = await collectPages<IDataObject, number>(
			async (largest_id = 0) => {
				const { msginfo } = await post(
					ctx,
					'/wxa/sec/queryblocktmplmsg',
					{ tmpl_msg_id, largest_id, limit: 100 },
					true,
				);
				// One message comes as an object, several as a list.
				const entries = castArray(msginfo ?? []) as IDataObject[];
				const last = entries.length === 100 ? Number(entries.at(-1)?.id) : undefined;
				return { entries, next: last };
			},
			limitOf(ctx, itemIndex),
		);
		return messages.map(({ openid, title, content, send_timestamp: time }) => ({
			openId: openid,
			title,
			content,
			sentAt: isoFromSeconds(Number(time)),
		}));
	},
};
