import { isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { Follower, State, Tag } from '../state';
import { OK, type Call, type Endpoints } from './endpoint';
import { followerOf } from './messages';
import { followingOf, page } from './users';

const MAX_TAGS = 100;
const MAX_NAME = 30;
const MAX_PER_USER = 20;
const MAX_BATCH = 50;
const FIRST_OWN_ID = 100;
const MEMBERS: Shape = { openid_list: 'array', tagid: 'number' };

function checkName(state: State, name: string, ownId?: number): void {
	const isTaken = [...state.tags.values()].some((tag) => tag.name === name && tag.id !== ownId);
	if (name === '' || isTaken) fail(45157);
	if ([...name].length > MAX_NAME) fail(45158);
}

function tagOf(state: State, id: unknown): Tag {
	return state.tags.get(Number(id)) ?? fail(45159);
}

function ownTagOf(state: State, id: unknown): Tag {
	if (Number(id) < FIRST_OWN_ID) fail(45058);
	return tagOf(state, id);
}

function create({ body, state }: Call): Json {
	const name = String((body.tag as Json).name);
	if (state.tags.size >= MAX_TAGS) fail(45056);
	checkName(state, name);
	const tag = { id: state.nextId(), name };
	state.tags.set(tag.id, tag);
	return { tag };
}

/** Applies a change to every user of a batch, or to none; a planned partial failure spares its users. */
function changeBatch(
	{ body, state }: Call,
	change: (follower: Follower, id: number) => void,
): Json {
	const list = body.openid_list as unknown[];
	if (list.length === 0 || list.length > MAX_BATCH) fail(40032);
	const { id } = tagOf(state, body.tagid);
	const followers = list.map((openId) => followerOf(state, openId));
	if (followers.some(({ isFollowing }) => !isFollowing)) fail(49003);
	const failing = state.partialTagFailures.shift() ?? [];
	const [spared, changed] = [
		followers.filter(({ openId }) => failing.includes(openId)),
		followers.filter(({ openId }) => !failing.includes(openId)),
	];
	for (const follower of changed) change(follower, id);
	if (spared.length > 0) {
		fail(45171, undefined, { fail_openid_list: spared.map(({ openId }) => openId) });
	}
	return OK;
}

function addTag(follower: Follower, id: number): void {
	if (follower.tagIds.includes(id)) return;
	if (follower.tagIds.length >= MAX_PER_USER) fail(45059);
	follower.tagIds.push(id);
}

function removeTag(follower: Follower, id: number): void {
	follower.tagIds = follower.tagIds.filter((tagId) => tagId !== id);
}

export const tags: Endpoints = {
	'/cgi-bin/tags/create': { method: 'POST', body: { tag: { name: 'string' } }, answer: create },
	'/cgi-bin/tags/get': {
		method: 'GET',
		answer: ({ state }) => ({
			tags: [...state.tags.values()].map(({ id, name }) => ({
				id,
				name,
				count: followingOf(state).filter(({ tagIds }) => tagIds.includes(id)).length,
			})),
		}),
	},
	'/cgi-bin/tags/update': {
		method: 'POST',
		body: { tag: { id: 'number', name: 'string' } },
		answer({ body, state }) {
			const { id, name } = isObject(body.tag) ? body.tag : {};
			const tag = ownTagOf(state, id);
			checkName(state, String(name), tag.id);
			tag.name = String(name);
			return OK;
		},
	},
	'/cgi-bin/tags/delete': {
		method: 'POST',
		body: { tag: { id: 'number' } },
		answer({ body, state }) {
			const { id } = ownTagOf(state, (body.tag as Json).id);
			state.tags.delete(id);
			for (const follower of state.followers.values()) removeTag(follower, id);
			return OK;
		},
	},
	'/cgi-bin/user/tag/get': {
		method: 'POST',
		body: { tagid: 'number', next_openid: 'string?' },
		answer({ body, state }) {
			const { id } = tagOf(state, body.tagid);
			const openIds = followingOf(state)
				.filter(({ tagIds }) => tagIds.includes(id))
				.map(({ openId }) => openId);
			return page(openIds, String(body.next_openid ?? ''));
		},
	},
	'/cgi-bin/tags/members/batchtagging': {
		method: 'POST',
		body: MEMBERS,
		answer: (call) => changeBatch(call, addTag),
	},
	'/cgi-bin/tags/members/batchuntagging': {
		method: 'POST',
		body: MEMBERS,
		answer: (call) => changeBatch(call, removeTag),
	},
	'/cgi-bin/tags/getidlist': {
		method: 'POST',
		body: { openid: 'string' },
		answer({ body, state }) {
			return { tagid_list: followerOf(state, body.openid).tagIds };
		},
	},
};
