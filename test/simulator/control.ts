import type { Json } from './check';
import { phoneCommands, phoneReadings } from './phone/control';
import type { Fault } from './faults';
import type { Platform } from './platform';
import { push, verifyUrl, type PushOptions } from './push';
import { closeSession, record } from './sessions';
import type { Settings } from './settings';
import type { Account, Article, CallbackConfig, Comment, Follower, Template } from './state';

/** What tests and the demo fill the platform with. */
export interface Seed {
	account?: Partial<Account>;
	callback?: Partial<CallbackConfig>;
	followers?: Array<Partial<Follower> & { openId: string }>;
	tags?: string[];
	articles?: Array<Partial<Omit<Article, 'comments'>> & { msgDataId: number; daysAgo?: number }>;
	templates?: Template[];
	notices?: Template[];
	media?: Array<{ mediaId: string; contentType: string; base64: string }>;
	quotas?: Record<string, number>;
	settings?: Partial<Settings>;
	partialTagFailures?: string[][];
	kfAccounts?: Array<{ name: string; nickname?: string; isOnline?: boolean }>;
	/** Buttons of a menu made in the console. */
	consoleMenu?: Json[];
}

export function seed({ state }: Platform, given: Seed): void {
	Object.assign(state.account, given.account);
	Object.assign(state.callback, given.callback);
	Object.assign(state.quotas, given.quotas);
	Object.assign(state.settings, given.settings);
	for (const { openId, ...fields } of given.followers ?? []) state.addFollower(openId, fields);
	for (const name of given.tags ?? []) {
		const id = state.nextId();
		state.tags.set(id, { id, name });
	}
	for (const { daysAgo = 1, ...article } of given.articles ?? []) {
		state.articles.push({
			index: 0,
			title: `文章 ${article.msgDataId}`,
			url: `https://mp.weixin.qq.com/s?__biz=MzA3&mid=${article.msgDataId}&idx=${(article.index ?? 0) + 1}&sn=ab`,
			publishedOn: state.clock.daysAgo(daysAgo),
			isCommentable: true,
			...article,
			comments: [],
		});
	}
	state.templates.push(...(given.templates ?? []));
	state.notices.push(...(given.notices ?? []));
	for (const { mediaId, contentType, base64 } of given.media ?? []) {
		state.media.set(mediaId, { contentType, data: Buffer.from(base64, 'base64') });
	}
	for (const { name, nickname = name, isOnline = true } of given.kfAccounts ?? []) {
		state.kfAccounts.set(name, { nickname, isOnline });
	}
	state.consoleMenu = given.consoleMenu ?? state.consoleMenu;
	state.partialTagFailures.push(...(given.partialTagFailures ?? []));
}

export interface NewComment {
	msgDataId: number;
	index?: number;
	openId?: string;
	content: string;
	/** How long ago it was written. */
	ageSeconds?: number;
}

export function addComment({ state }: Platform, given: NewComment): Comment {
	const article = state.article(given.msgDataId, given.index);
	if (!article?.isCommentable) throw new Error('No such article, or it takes no comments');
	const comment: Comment = {
		id: article.comments.length === 0 ? 1 : Math.max(...article.comments.map(({ id }) => id)) + 1,
		openId: given.openId,
		createTime: state.clock.seconds() - (given.ageSeconds ?? 0),
		content: given.content,
		isElected: false,
		isDeletedByUser: false,
	};
	article.comments.push(comment);
	return comment;
}

function snapshot({ state, journal }: Platform): Json {
	return {
		now: new Date(state.clock.now()).toISOString(),
		account: {
			...state.account,
			appSecret: '(secret)',
			token: '(secret)',
			encodingAesKey: '(secret)',
		},
		callback: state.callback,
		settings: state.settings,
		followers: [...state.followers.values()],
		tags: [...state.tags.values()],
		articles: state.articles,
		templates: state.templates,
		calls: journal.length,
	};
}

const TWO_DAYS_MS = 48 * 3_600_000;

const follow = { MsgType: 'event', Event: 'subscribe', EventKey: '' };

function setFollowing({ state }: Platform, openId: string, isFollowing: boolean): void {
	const follower = state.followers.get(openId) ?? state.addFollower(openId);
	follower.isFollowing = isFollowing;
	if (!isFollowing) follower.tagIds = [];
}

type Command = (platform: Platform, given: never) => unknown;

/** Commands of `POST /__sim/<name>`; the same functions serve tests in the same process. */
export const commands: Record<string, Command> = {
	reset: (platform: Platform) => platform.reset(),
	seed,
	comment: addComment,
	fault: (platform: Platform, fault: Fault) => platform.faults.add(fault),
	clock: async (platform: Platform, { advanceMs }: { advanceMs: number }) =>
		await platform.advance(advanceMs),
	revokeTokens: ({ state }: Platform) => {
		for (const token of state.tokens) token.isRevoked = true;
	},
	clearJournal: (platform: Platform) => {
		platform.journal = [];
	},
	verifyUrl: async ({ state }: Platform, { signature }: { signature?: string }) =>
		await verifyUrl(state, signature),
	push: async ({ state }: Platform, given: { fields: Json; options?: PushOptions }) =>
		await push(state, given.fields, given.options),
	say: async ({ state }: Platform, given: { openId: string; text: string }) =>
		await push(state, { FromUserName: given.openId, MsgType: 'text', Content: given.text }),
	follow: async (platform: Platform, { openId }: { openId: string }) => {
		setFollowing(platform, openId, true);
		return await push(platform.state, { FromUserName: openId, ...follow });
	},
	unfollow: async (platform: Platform, { openId }: { openId: string }) => {
		setFollowing(platform, openId, false);
		return await push(platform.state, { FromUserName: openId, ...follow, Event: 'unsubscribe' });
	},
	tap: async ({ state }: Platform, given: { openId: string; id: string; text: string }) =>
		await push(state, {
			FromUserName: given.openId,
			MsgType: 'text',
			Content: given.text,
			bizmsgmenuid: given.id,
		}),
	pay: ({ state }: Platform, { openId }: { openId: string }) => {
		const follower = state.followers.get(openId) ?? state.addFollower(openId);
		// Only service accounts may write then, as often as they like.
		if (state.account.isVerifiedService) state.allow(follower, 1_000_000, TWO_DAYS_MS);
	},
	staff: ({ state }: Platform, { openId, text }: { openId: string; text: string }) =>
		record(state, openId, text, 2002),
	closeSession: async ({ state }: Platform, { openId }: { openId: string }) => {
		const event = closeSession(state, openId);
		return event && (await push(state, event));
	},
	confirmBroadcast: ({ state }: Platform, { isAgreed = true }: { isAgreed?: boolean }) => {
		for (const decide of state.confirmations.splice(0)) decide(isAgreed);
	},
	settled: async (platform: Platform) => await platform.settled(),
	...phoneCommands,
};

/** Readings of `GET /__sim/<name>`. */
export const readings: Record<string, (platform: Platform, query: URLSearchParams) => unknown> = {
	state: snapshot,
	journal: ({ journal }) => journal,
	...phoneReadings,
};
