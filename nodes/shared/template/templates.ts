import type { IDataObject } from 'n8n-workflow';
import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';

/** A template of template messages. */
export interface MessageTemplate extends IDataObject {
	template_id: string;
	title: string;
	content: string;
	example?: string;
}

/** A template of subscription notices. */
export interface NoticeTemplate extends IDataObject {
	priTmplId: string;
	title: string;
	content: string;
	example?: string;
}

/** WeChat: get_all_private_template; up to 25 in one answer. */
export async function listTemplates(ctx: RequestContext): Promise<MessageTemplate[]> {
	const { template_list: templates = [] } = await weChatRequest<{
		template_list?: MessageTemplate[];
	}>(ctx, { method: 'GET', path: '/cgi-bin/template/get_all_private_template' });
	return templates;
}

/** WeChat: wxaapi/newtmpl/gettemplate. */
export async function listNoticeTemplates(ctx: RequestContext): Promise<NoticeTemplate[]> {
	const { data = [] } = await weChatRequest<{ data?: NoticeTemplate[] }>(ctx, {
		method: 'GET',
		path: '/wxaapi/newtmpl/gettemplate',
	});
	return data;
}
