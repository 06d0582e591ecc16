import castArray from 'lodash/castArray';
import type { IDataObject } from 'n8n-workflow';
import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { jsonInteger } from '../../../shared/json';
import { collectPages } from '../../../shared/transport/paging';
import { limit } from '../../descriptions/common';
import { template } from '../../descriptions/template';
import { post } from '../call';
import { itemOperation } from '../operation';

export const listBlocked = itemOperation({
	option: {
		name: 'Get Many Blocked',
		value: 'listBlocked',
		action: 'Get many blocked template messages',
		description: 'Get many messages that WeChat did not deliver',
	},
	endpoints: ['POST /wxa/sec/queryblocktmplmsg'],
	limits: '100 per call',
	fields: { templateId: template('searchTemplates'), limit },
	async execute(ctx, { templateId: tmpl_msg_id, limit }) {
		const messages = await collectPages<IDataObject, string>(async (after = '0') => {
			const { msginfo } = await post(
				ctx,
				'/wxa/sec/queryblocktmplmsg',
				{ tmpl_msg_id, largest_id: jsonInteger(after), limit: 100 },
				true,
			);
			// One message comes as an object, several as a list.
			const entries = castArray(msginfo ?? []) as IDataObject[];
			const last = entries.length === 100 ? String(entries.at(-1)?.id) : undefined;
			return { entries, next: last };
		}, limit);
		return messages.map(({ openid, title, content, send_timestamp: time }) => ({
			openId: openid,
			title,
			content,
			sentAt: isoFromSeconds(Number(time)),
		}));
	},
});
