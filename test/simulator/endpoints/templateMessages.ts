import type { Json, Shape } from '../check';
import { fail } from '../errors';
import { shownFields } from '../fields';
import { OK, type Call, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const TEMPLATE: Shape = {
	touser: 'string',
	template_id: 'string',
	url: 'string?',
	miniprogram: 'object?',
	data: 'object',
	client_msg_id: 'string?',
	// Older SDKs still send the colours of the text, which have no effect any more.
	color: 'string?',
	topcolor: 'string?',
};

const NOTICE: Shape = {
	touser: 'string',
	template_id: 'string',
	page: 'string?',
	miniprogram: 'object?',
	miniprogram_state: 'string?',
	data: 'object',
	client_msg_id: 'string?',
	lang: 'string?',
};

const TEN_MINUTES_MS = 600_000;

/** Where a tap leads, if anywhere. */
const addressOf = (given: unknown) =>
	typeof given === 'string' && given !== '' ? given : undefined;

function sendTemplate({ body, state, pushLater }: Call): Json {
	const follower = followerOf(state, body.touser);
	const template = state.templates.find(({ id }) => id === body.template_id) ?? fail(40037);
	if (!follower.isFollowing) fail(43004);
	const data = shownFields(template, body.data as Json, state.settings.isStrict);
	const clientKey = body.client_msg_id ? `${follower.openId} ${String(body.client_msg_id)}` : '';
	const sent = state.clientMessages.get(clientKey);
	if (sent && state.clock.now() - sent.at < TEN_MINUTES_MS) return { ...OK, msgid: sent.msgId };
	const msgId = 4_000_000_000_000_000 + state.nextId();
	if (clientKey) state.clientMessages.set(clientKey, { at: state.clock.now(), msgId });
	follower.inbox.push({
		via: 'template',
		type: template.title,
		content: data,
		at: state.clock.now(),
		templateId: template.id,
		url: addressOf(body.url),
	});
	pushLater({
		FromUserName: follower.openId,
		MsgType: 'event',
		Event: 'TEMPLATESENDJOBFINISH',
		MsgID: String(msgId),
		Status: 'success',
	});
	return { ...OK, msgid: msgId };
}

function sendNotice({ body, state, pushLater }: Call): Json {
	const follower = followerOf(state, body.touser);
	const template = state.notices.find(({ id }) => id === body.template_id) ?? fail(40037);
	const data = shownFields(template, body.data as Json, state.settings.isStrict);
	const consents = follower.consents[template.id] ?? 0;
	if (consents < 1) fail(43101);
	follower.consents[template.id] = consents - 1;
	follower.inbox.push({
		via: 'notice',
		type: template.title,
		content: data,
		at: state.clock.now(),
		templateId: template.id,
		url: addressOf(body.page),
	});
	pushLater({
		FromUserName: follower.openId,
		MsgType: 'event',
		Event: 'subscribe_msg_sent_event',
		SubscribeMsgSentEvent: {
			List: [
				{
					TemplateId: template.id,
					MsgID: String(state.nextId()),
					ErrorCode: 0,
					ErrorStatus: 'success',
				},
			],
		},
	});
	return OK;
}

/** Sending template messages and notices; managing them is in `templates`. */
export const templateMessages: Endpoints = {
	'/cgi-bin/message/template/send': {
		method: 'POST',
		isForServiceAccounts: true,
		body: TEMPLATE,
		answer: sendTemplate,
	},
	'/cgi-bin/message/subscribe/bizsend': {
		method: 'POST',
		isForServiceAccounts: true,
		body: NOTICE,
		answer: sendNotice,
	},
};
