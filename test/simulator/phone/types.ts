/** What the phone's page gets from the simulator. All texts in it are data: of followers, or of the account. */

export interface ArticleRef {
	msgDataId: number;
	index: number;
}

export interface ArticleLine {
	title: string;
	description: string;
	/** Address of a picture, or empty. */
	picture: string;
	url: string;
	/** Set where it is an article of this account. */
	article?: ArticleRef;
}

export type Content =
	| { kind: 'text'; text: string }
	| { kind: 'picture' | 'voice' | 'video'; source: string }
	| { kind: 'articles'; articles: ArticleLine[] }
	| { kind: 'choices'; head: string; entries: Array<{ id: string; content: string }>; tail: string }
	| {
			kind: 'card';
			title: string;
			rows: Array<{ label: string; value: string }>;
			url: string;
	  }
	/** What a follower does without writing: the event's name, and what it was about. */
	| { kind: 'act'; event: string; detail: string }
	/** A type that the page shows by its name only. */
	| { kind: 'other'; type: string; text: string };

/** What became of what a follower did. */
export type Outcome =
	| { kind: 'underWay' }
	| { kind: 'answered' | 'acknowledged' | 'handedToAi'; milliseconds: number; attempts: number }
	| { kind: 'withStaff'; account: string }
	| { kind: 'outOfOrder'; reason: string; attempts: number; milliseconds: number };

export type Way =
	| 'passive'
	| 'customerService'
	| 'template'
	| 'notice'
	| 'broadcast'
	| 'staff'
	| 'menu';

export interface Bubble {
	/** Stays the same while the bubble is shown. */
	id: string;
	by: 'follower' | 'account';
	/** Epoch milliseconds, by the platform's clock. */
	at: number;
	content: Content;
	/** How it came, from the account. */
	way?: Way;
	/** Milliseconds since the follower had done what came before. */
	tookMs?: number;
	/** Of what a follower did. */
	outcome?: Outcome;
}

export interface Button {
	name: string;
	type: string;
	/** Of a link. */
	url: string;
	entries: Button[];
}

export interface CallLine {
	id: number;
	at: string;
	method: string;
	path: string;
	/** 0 is good; anything else is what WeChat answered. */
	errcode: number | string;
	body: string;
	isAboutFollower: boolean;
}

export interface FollowerLine {
	openId: string;
	name: string;
	isFollowing: boolean;
}

/** All that the page shows of one follower. */
export interface PhoneView {
	/** Epoch milliseconds of the platform, to the minute. */
	now: number;
	account: { id: string; hasServer: boolean };
	/** Undefined where nobody has this OpenID. */
	follower?: FollowerLine & {
		tags: string[];
		remark: string;
		isTyping: boolean;
		/** What the account may still send as customer service messages. */
		window?: { left: number; until: number };
		/** Who talks with the follower, or `waiting` for somebody. */
		staff?: { account: string; isWaiting: boolean };
	};
	menu: Button[];
	bubbles: Bubble[];
	calls: CallLine[];
}

export interface ArticleView extends ArticleRef {
	title: string;
	publishedOn: string;
	paragraphs: string[];
	isCommentable: boolean;
	/** Those that the reader sees: featured ones, and own ones. */
	comments: Array<{
		id: number;
		name: string;
		content: string;
		isOwn: boolean;
		isFeatured: boolean;
		reply?: string;
	}>;
}

export interface ChannelCode {
	scene: string;
	ticket: string;
}

/** What a person copies into the credential, and the server configuration as in WeChat's console. */
export interface ConsoleView {
	appId: string;
	appSecret: string;
	token: string;
	encodingAesKey: string;
	serverUrl: string;
	mode: string;
	notices: Array<{ id: string; title: string }>;
}

/** What the page is to do after a tap on the menu. */
export interface Tapped {
	open?: string;
	article?: ArticleRef;
}
