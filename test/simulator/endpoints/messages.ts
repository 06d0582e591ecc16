import type { Json, Shape } from '../check';
import { fail } from '../errors';
import type { Follower, State } from '../state';
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

/** How long the account is shown as typing, and how recent the conversation has to be. */
const TYPING_MS = 15_000;
const TYPING_WITHIN_MS = 30_000;

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

/** The account has written: that ends its typing and keeps a conversation going. */
function wrote(state: State, follower: Follower): void {
	follower.wroteAt = state.clock.now();
	follower.typingUntil = 0;
}

function setTyping({ body, state }: Call): Json {
	const command = String(body.command);
	if (!/^(Cancel)?Typing$/.test(command)) fail(45072);
	const follower = followerOf(state, body.touser);
	const now = state.clock.now();
	if (now - follower.wroteAt > TYPING_WITHIN_MS) fail(45080);
	if (command === 'Typing' && follower.typingUntil > now) fail(45081);
	follower.typingUntil = command === 'Typing' ? now + TYPING_MS : 0;
	return OK;
}

/** Media that a message shows, which the account must have (40007). */
function checkMedia(state: State, { media_id, thumb_media_id }: Json): void {
	const ids = [media_id, thumb_media_id].filter((id) => id !== undefined);
	if (!ids.every((id) => state.hasMedia(id))) fail(40007);
}

function checkContent(state: State, type: string, content: Json): void {
	if (type === 'text') {
		const text = String(content.content);
		if (text === '') fail(44004);
		if (Buffer.byteLength(text) > MAX_TEXT_BYTES) fail(45002);
	}
	if (type === 'news' && (content.articles as unknown[]).length !== 1) fail(45008);
	if (type === 'mpnewsarticle') {
		const known = [...state.publications.values()];
		if (!known.some(({ articleId }) => articleId === content.article_id)) fail(53600);
	}
	checkMedia(state, content);
}

function customShape({ msgtype }: Json): Shape {
	const type = String(msgtype ?? '');
	return {
		touser: 'string',
		msgtype: 'string',
		[type]: CONTENT[type] ?? fail(40008),
		customservice: 'object?',
		aimsgcontext: 'object?',
	};
}

function sendCustom({ body, state }: Call): Json {
	const type = String(body.msgtype);
	const content = body[type] as Json;
	checkContent(state, type, content);
	const follower = followerOf(state, body.touser);
	if (!follower.isFollowing) fail(45015);
	useAllowance(state, follower);
	follower.inbox.push({ via: 'customerService', type, content, at: state.clock.now() });
	wrote(state, follower);
	return OK;
}

export const messages: Endpoints = {
	'/cgi-bin/message/custom/send': { method: 'POST', body: customShape, answer: sendCustom },
	'/cgi-bin/message/custom/typing': {
		method: 'POST',
		body: { touser: 'string', command: 'string' },
		answer: setTyping,
	},
};
