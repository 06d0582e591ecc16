/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- the keys of an account that does not exist */
import type { Json } from './check';
import { Clock } from './clock';
import { defaultSettings, type Settings } from './settings';
import { Talk } from './talk';

export interface Account {
	appId: string;
	appSecret: string;
	token: string;
	encodingAesKey: string;
	originalId: string;
	/** False answers 40164 to token calls. */
	isWhitelisted: boolean;
	/** False answers 48001 to all but what a personal account may call. */
	isVerified: boolean;
	/** False answers 48001 to what only a verified service account may call. */
	isVerifiedService: boolean;
	hasComments: boolean;
	/** Whether WeChat's own AI answers may take over a conversation. */
	hasAiReply: boolean;
}

export interface Delivered {
	/** `menu`: a file that an entry of the menu shows by itself. */
	via: 'passive' | 'customerService' | 'template' | 'notice' | 'menu';
	type: string;
	content: unknown;
	/** Epoch milliseconds. */
	at: number;
	/** Of a template message or notice: its template, and where a tap on it leads. */
	templateId?: string;
	url?: string;
}

/** One stretch of time in which messages may be sent (WeChat: customer service messages). */
export interface Allowance {
	until: number;
	left: number;
}

export interface Follower {
	openId: string;
	isFollowing: boolean;
	followedAt: number;
	followScene: string;
	remark: string;
	tagIds: number[];
	unionId?: string;
	allowances: Allowance[];
	/** Consents to subscription notices, by template. */
	consents: Record<string, number>;
	inbox: Delivered[];
	/** Broadcasts that have reached the follower. */
	broadcasts: Array<{ id: number; at: number }>;
	/** When the follower and the account last wrote to each other; epoch milliseconds. */
	wroteAt: number;
	/** Until when the follower sees that the account is typing; epoch milliseconds. */
	typingUntil: number;
	/** WeChat on what device (menus): `1` iOS, `2` Android, `3` other. */
	platformType: string;
	/** What the follower read because the account's server failed. */
	apologies: number;
}

export interface Tag {
	id: number;
	name: string;
}

export interface Comment {
	id: number;
	openId?: string;
	createTime: number;
	content: string;
	isElected: boolean;
	isDeletedByUser: boolean;
	reply?: { content: string; createTime: number };
}

export interface Article {
	msgDataId: number;
	index: number;
	title: string;
	url: string;
	/** `yyyy-MM-dd`, Shanghai. */
	publishedOn: string;
	isCommentable: boolean;
	/** HTML, where it is known. */
	content?: string;
	comments: Comment[];
}

export interface Template {
	id: string;
	title: string;
	content: string;
	example: string;
}

export interface Media {
	contentType: string;
	data: Buffer;
	/** When temporary media end; epoch milliseconds. Those of a test may stay. */
	expiresAt?: number;
}

export interface Material extends Media {
	type: string;
	name: string;
	updatedAt: number;
	title?: string;
	introduction?: string;
}

export interface StoredDraft {
	articles: Json[];
	updatedAt: number;
}

export interface Publication extends StoredDraft {
	articleId: string;
	publishId: string;
	msgDataId: number;
	/** The draft it was made of. */
	mediaId: string;
	/** `publish_status`. */
	status: number;
}

export interface Broadcast {
	clientMsgId?: string;
	/** `all`, or a tag or a number of users in words. */
	to: string;
	body: Json;
	/** When it was accepted; epoch milliseconds. */
	at: number;
	/** The draft it is made of. */
	mediaId?: string;
	msgDataId?: number;
	/** `waiting` for the administrator. */
	status: 'waiting' | 'sending' | 'sent' | 'failed' | 'deleted';
}

/** An open conversation with customer service. */
export interface KfSession {
	account: string;
	/** Epoch seconds. */
	since: number;
	/** When somebody last wrote; epoch milliseconds. */
	wroteAt: number;
}

export interface StoredMenu {
	button: Json[];
}

export interface KfAccount {
	nickname: string;
	isOnline: boolean;
}

export interface ChatRecord {
	openid: string;
	worker: string;
	text: string;
	opercode: number;
	/** Epoch seconds. */
	time: number;
}

export interface IssuedToken {
	value: string;
	/** Tokens of the two calls do not know of each other. */
	family: 'legacy' | 'stable';
	/** Epoch milliseconds. */
	expiresAt: number;
	isRevoked: boolean;
}

export interface CallbackConfig {
	url: string;
	mode: 'plain' | 'compatible' | 'safe';
	format: 'xml' | 'json';
	/** Milliseconds until a delivery counts as lost; 5,000 on the real platform. */
	timeoutMs: number;
	attempts: number;
}

export const DEFAULT_ACCOUNT: Account = {
	appId: 'wx0123456789abcdef',
	appSecret: '0123456789abcdef0123456789abcdef',
	token: 'engagementToken',
	encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
	originalId: 'gh_0123456789ab',
	isWhitelisted: true,
	isVerified: true,
	isVerifiedService: true,
	hasComments: true,
	hasAiReply: true,
};

/** Calls a day (WeChat: API call limits); what is not listed has no published limit. */
export const DEFAULT_QUOTAS: Record<string, number> = {
	'/cgi-bin/token': 2_000,
	'/cgi-bin/stable_token': 500_000,
	'/cgi-bin/menu/create': 1_000,
	'/cgi-bin/menu/get': 10_000,
	'/cgi-bin/menu/delete': 1_000,
	'/cgi-bin/menu/addconditional': 2_000,
	'/cgi-bin/menu/delconditional': 2_000,
	'/cgi-bin/menu/trymatch': 20_000,
	'/cgi-bin/media/upload': 100_000,
	'/cgi-bin/message/mass/sendall': 100,
	'/cgi-bin/message/mass/send': 100,
	'/cgi-bin/message/mass/delete': 10,
	'/cgi-bin/qrcode/create': 100_000,
	'/cgi-bin/draft/add': 1_000,
	'/cgi-bin/draft/get': 500,
	'/cgi-bin/draft/delete': 1_000,
	'/cgi-bin/draft/update': 1_000,
	'/cgi-bin/draft/count': 1_000,
	'/cgi-bin/draft/batchget': 1_000,
	'/cgi-bin/freepublish/submit': 100,
	'/cgi-bin/freepublish/get': 100,
	'/cgi-bin/freepublish/delete': 10,
	'/cgi-bin/freepublish/getarticle': 100,
	'/cgi-bin/freepublish/batchget': 100,
	'/cgi-bin/message/custom/send': 500_000,
	'/cgi-bin/message/template/send': 100_000,
	'/cgi-bin/user/get': 500,
	'/cgi-bin/user/info': 5_000_000,
	'/cgi-bin/user/info/updateremark': 10_000,
	'/cgi-bin/media/get': 200_000,
};

/** Everything the platform knows of one account. */
export class State {
	readonly clock = new Clock();

	account: Account = { ...DEFAULT_ACCOUNT };

	readonly settings: Settings = defaultSettings();

	callback: CallbackConfig = {
		url: '',
		mode: 'plain',
		format: 'xml',
		timeoutMs: 5_000,
		attempts: 3,
	};

	readonly followers = new Map<string, Follower>();

	readonly tags = new Map<number, Tag>([[2, { id: 2, name: '星标组' }]]);

	articles: Article[] = [];

	readonly templates: Template[] = [];

	readonly notices: Template[] = [];

	readonly media = new Map<string, Media>();

	readonly materials = new Map<string, Material>();

	readonly drafts = new Map<string, StoredDraft>();

	readonly publications = new Map<string, Publication>();

	menu?: StoredMenu;

	/** Buttons of the menu that was made in the console, as they are read back. */
	consoleMenu?: Json[];

	readonly conditionalMenus: Array<StoredMenu & { matchrule: Json; menuid: number }> = [];

	readonly blocked = new Set<string>();

	readonly kfAccounts = new Map<string, KfAccount>();

	/** Open conversations by OpenID. */
	readonly sessions = new Map<string, KfSession>();

	/** Followers who were handed over and whom nobody has taken: since when, in epoch seconds. */
	readonly waiting = new Map<string, number>();

	readonly chatRecords: ChatRecord[] = [];

	readonly talk = new Talk();

	/** Broadcasts, by id. */
	readonly broadcasts = new Map<number, Broadcast>();

	/** When broadcasts were asked for in the last minute; epoch milliseconds. */
	broadcastRequests: number[] = [];

	/** What the administrator has to agree to. */
	readonly confirmations: Array<(isAgreed: boolean) => void> = [];

	speed = 0;

	readonly qrCodes = new Map<string, Json>();

	readonly shortKeys = new Map<string, { data: string; at: number }>();

	/** Codes of web authorization that have not been exchanged. */
	readonly codes = new Map<string, string>();

	industry?: [string, string];

	quotaResets = 0;

	readonly tokens: IssuedToken[] = [];

	readonly quotas: Record<string, number> = { ...DEFAULT_QUOTAS };

	/** Calls made, by `day path`. */
	readonly used = new Map<string, number>();

	/** Template messages sent, by `openId clientMsgId`. */
	readonly clientMessages = new Map<string, { at: number; msgId: number }>();

	lastForcedAt = 0;

	/** Codes by which the next tagging calls fail in part: the OpenIDs named here. */
	partialTagFailures: string[][] = [];

	private lastId = 100;

	nextId(): number {
		this.lastId += 1;
		return this.lastId;
	}

	/** Ids as long as the real ones, beyond what a JavaScript number holds, and never used before. */
	nextMessageId(): string {
		return `2${Date.now()}${String(this.nextId()).padStart(5, '0')}`;
	}

	addFollower(openId: string, fields: Partial<Follower> = {}): Follower {
		const follower: Follower = {
			openId,
			isFollowing: true,
			followedAt: this.clock.seconds(),
			followScene: 'ADD_SCENE_SEARCH',
			remark: '',
			tagIds: [],
			allowances: [],
			consents: {},
			inbox: [],
			broadcasts: [],
			wroteAt: 0,
			typingUntil: 0,
			platformType: '2',
			apologies: 0,
			...fields,
		};
		this.followers.set(openId, follower);
		return follower;
	}

	article(msgDataId: unknown, index: unknown): Article | undefined {
		return this.articles.find(
			(article) => article.msgDataId === msgDataId && article.index === (index ?? 0),
		);
	}

	/** Temporary media that are still there. */
	temporary(id: unknown): Media | undefined {
		const media = this.media.get(String(id));
		return media && (media.expiresAt ?? Number.POSITIVE_INFINITY) > this.clock.now()
			? media
			: undefined;
	}

	/** Whether the account has such a file, for a while or for good. */
	hasMedia(id: unknown): boolean {
		return this.temporary(id) !== undefined || this.materials.has(String(id));
	}

	allow(follower: Follower, left: number, milliseconds: number): void {
		follower.allowances.push({ left, until: this.clock.now() + milliseconds });
	}
}
