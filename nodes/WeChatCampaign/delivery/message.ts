import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { checkText, sendCustomMessage } from '../../shared/message/customMessage';
import type { AudienceChannel } from '../../shared/segment/audience';
import type { Delivery } from '../../shared/records/onlyOnce';
import { templateData } from '../../shared/template/templateFields';
import { weChatRequest } from '../../shared/transport/request';
import { filledText, templateFieldsOf, type Campaign, type Coupon } from '../engine/campaign';

/** A message of a campaign that is ready to go out. */
export interface ReadyMessage {
	/** What the follower reads, for the records. */
	text: string;
	/** Of the template, for notices and template messages. */
	templateId: string;
	/** WeChat drops a second one for a while, by the client ID. */
	isRepeatable: boolean;
	send(delivery: Pick<Delivery, 'clientId'>): Promise<IDataObject>;
}

const ENDPOINTS = {
	subscriptionNotice: '/cgi-bin/message/subscribe/bizsend',
	templateMessage: '/cgi-bin/message/template/send',
};

function textMessage(
	ctx: IExecuteFunctions,
	openId: string,
	{ row }: Campaign,
	coupon: Coupon,
): ReadyMessage {
	const written = coupon.code !== '' && row.couponText.trim() !== '' ? row.couponText : row.text;
	const text = checkText(filledText(written, coupon));
	return {
		text,
		templateId: '',
		isRepeatable: false,
		send: async () => {
			await sendCustomMessage(ctx, openId, { msgtype: 'text', content: { content: text } });
			return {};
		},
	};
}

function templateMessage(
	ctx: IExecuteFunctions,
	openId: string,
	channel: keyof typeof ENDPOINTS,
	{ row }: Campaign,
	coupon: Coupon,
): ReadyMessage {
	const isNotice = channel === 'subscriptionNotice';
	const templateId = (isNotice ? row.noticeTemplateId : row.serviceTemplateId).trim();
	const fields = templateFieldsOf(isNotice ? row.noticeFields : row.serviceFields);
	const filled = Object.entries(fields).map(([name, text]) => [name, filledText(text, coupon)]);
	const data = templateData(Object.fromEntries(filled));
	const body = { touser: openId, template_id: templateId, data };
	return {
		text: filled.map(([, text]) => text).join('\n'),
		templateId,
		// WeChat says so of template messages only.
		isRepeatable: !isNotice,
		send: async ({ clientId }) => {
			const path = ENDPOINTS[channel];
			const { msgid } = await weChatRequest<{ msgid?: number | string }>(ctx, {
				method: 'POST',
				path,
				body: { ...body, client_msg_id: clientId },
			});
			return msgid === undefined ? {} : { msgId: String(msgid) };
		},
	};
}

/**
 * The message of a campaign to a person, checked before anything is claimed for it.
 *
 * @throws UserInputError when the text or the fields of the campaign cannot be sent
 */
export function messageOf(
	ctx: IExecuteFunctions,
	openId: string,
	channel: AudienceChannel,
	campaign: Campaign,
	coupon: Coupon,
): ReadyMessage {
	if (channel === 'customerServiceMessage') return textMessage(ctx, openId, campaign, coupon);
	if (channel === 'subscriptionNotice' || channel === 'templateMessage') {
		return templateMessage(ctx, openId, channel, campaign, coupon);
	}
	throw new UserInputError(
		`The campaign '${campaign.key}' cannot be sent by ${channel}`,
		"Name other channels in its column 'channels'.",
	);
}
