import { check, isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { Follower, State, Template } from '../state';
import { OK, type Call, type Endpoints } from './endpoint';

const CONTENT: Record<string, Shape> = {
	text: { content: 'string' },
	image: { media_id: 'string' },
	voice: { media_id: 'string' },
	video: {
		media_id: 'string',
		thumb_media_id: 'string',
		title: 'string?',
		description: 'string?',
	},
	music: {
		title: 'string?',
		description: 'string?',
		musicurl: 'string',
		hqmusicurl: 'string?',
		thumb_media_id: 'string',
	},
	news: { articles: 'array' },
	mpnewsarticle: { article_id: 'string' },
	msgmenu: { head_content: 'string?', list: 'array', tail_content: 'string?' },
	wxcard: { card_id: 'string' },
	miniprogrampage: {
		title: 'string',
		appid: 'string',
		pagepath: 'string',
		thumb_media_id: 'string',
	},
};

const MAX_TEXT_BYTES = 2_048;

/** The follower, who must be one of the account. */
export function followerOf(state: State, openId: unknown): Follower {
	const follower = state.followers.get(String(openId));
	if (!follower) fail(40003);
	return follower;
}

/** Takes one message from what the follower's last action allows. */
function useAllowance(state: State, follower: Follower): void {
	const now = state.clock.now();
	const open = follower.allowances.filter(({ until }) => until >= now);
	const usable = open.find(({ left }) => left > 0);
	if (usable) usable.left -= 1;
	else fail(open.length > 0 ? 45047 : 45015);
}

function checkContent(type: string, content: Json): void {
	check(content, CONTENT[type] ?? fail(40008));
	if (type === 'text') {
		const text = String(content.content);
		if (text === '') fail(44004);
		if (Buffer.byteLength(text) > MAX_TEXT_BYTES) fail(45002);
	}
	if (type === 'news' && (content.articles as unknown[]).length !== 1) fail(45008);
}

function sendCustom({ body, state }: Call): Json {
	const type = String(body.msgtype ?? '');
	check(body, {
		touser: 'string',
		msgtype: 'string',
		[type]: 'object',
		customservice: 'object?',
		aimsgcontext: 'object?',
	});
	const content = isObject(body[type]) ? body[type] : {};
	checkContent(type, content);
	const follower = followerOf(state, body.touser);
	if (!follower.isFollowing) fail(45015);
	useAllowance(state, follower);
	follower.inbox.push({ via: 'customerService', type, content, at: state.clock.now() });
	return OK;
}

const LIMITS: Record<string, number> = { thing: 20, character_string: 32, number: 32, phrase: 5 };

function checkData(template: Template, data: Json): void {
	const keys = [...template.content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, key = '']) => key);
	for (const key of keys) {
		const entry = data[key];
		const value = isObject(entry) ? entry.value : undefined;
		const limit = LIMITS[key.replace(/\d+$/, '')] ?? Number.POSITIVE_INFINITY;
		if (typeof value !== 'string' || value === '' || [...value].length > limit) {
			fail(47003, `argument invalid! data.${key}.value invalid`);
		}
	}
	for (const key of Object.keys(data)) {
		if (!keys.includes(key)) fail(47003, `argument invalid! data.${key} is unknown`);
	}
}

const TEN_MINUTES_MS = 600_000;

function sendTemplate({ body, state, pushLater }: Call): Json {
	check(body, {
		touser: 'string',
		template_id: 'string',
		url: 'string?',
		miniprogram: 'object?',
		data: 'object',
		client_msg_id: 'string?',
		// Older SDKs still send the colour of the text, which has no effect any more.
		color: 'string?',
	});
	const follower = followerOf(state, body.touser);
	const template = state.templates.find(({ id }) => id === body.template_id) ?? fail(40037);
	if (!follower.isFollowing) fail(43004);
	const data = body.data as Json;
	checkData(template, data);
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
	check(body, {
		touser: 'string',
		template_id: 'string',
		page: 'string?',
		miniprogram: 'object?',
		data: 'object',
		client_msg_id: 'string?',
		lang: 'string?',
	});
	const follower = followerOf(state, body.touser);
	const template = state.notices.find(({ id }) => id === body.template_id) ?? fail(40037);
	checkData(template, body.data as Json);
	const consents = follower.consents[template.id] ?? 0;
	if (consents < 1) fail(43101);
	follower.consents[template.id] = consents - 1;
	follower.inbox.push({
		via: 'notice',
		type: template.title,
		content: body.data,
		at: state.clock.now(),
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

export const messages: Endpoints = {
	'/cgi-bin/message/custom/send': { method: 'POST', answer: sendCustom },
	'/cgi-bin/message/template/send': {
		method: 'POST',
		isForServiceAccounts: true,
		answer: sendTemplate,
	},
	'/cgi-bin/message/subscribe/bizsend': {
		method: 'POST',
		isForServiceAccounts: true,
		answer: sendNotice,
	},
	'/cgi-bin/template/get_all_private_template': {
		method: 'GET',
		isForServiceAccounts: true,
		answer: ({ state }) => ({
			template_list: state.templates.map(({ id, title, content, example }) => ({
				template_id: id,
				title,
				primary_industry: '',
				deputy_industry: '',
				content,
				example,
			})),
		}),
	},
	'/wxaapi/newtmpl/gettemplate': {
		method: 'GET',
		isForServiceAccounts: true,
		answer: ({ state }) => ({
			...OK,
			data: state.notices.map(({ id, title, content, example }) => ({
				priTmplId: id,
				title,
				content,
				example,
				type: 2,
			})),
		}),
	},
};
