import { cdata } from './xml';

export interface NewsArticle {
	title: string;
	description: string;
	picUrl: string;
	url: string;
}

/** What a passive reply can be (WeChat: passive user reply message). */
export type PassiveReply =
	| { type: 'text'; content: string }
	| { type: 'image'; mediaId: string }
	| { type: 'voice'; mediaId: string }
	| { type: 'video'; mediaId: string; thumbMediaId?: string; title?: string; description?: string }
	| {
			type: 'music';
			title?: string;
			description?: string;
			musicUrl?: string;
			hqMusicUrl?: string;
			thumbMediaId: string;
	  }
	| { type: 'news'; articles: NewsArticle[] }
	| { type: 'transferAiReply' }
	| { type: 'transferCustomerService'; kfAccount?: string };

/** What a reply that went out as a message of its own tells the trigger; nobody else reads it. */
export const REPLIED_LATE = 'success, replied late';

/** Replies that hand the conversation over, by WeChat's names. Possible for messages of a user only. */
export const TRANSFERS: ReadonlyMap<PassiveReply['type'], string> = new Map([
	['transferAiReply', 'transfer_biz_ai_ivr'],
	['transferCustomerService', 'transfer_customer_service'],
]);

/** What the follower will read of a reply. */
export function textsOf(reply: PassiveReply): Array<string | undefined> {
	switch (reply.type) {
		case 'text':
			return [reply.content];
		case 'news':
			return reply.articles.flatMap(({ title, description }) => [title, description]);
		case 'music':
		case 'video':
			return [reply.title, reply.description];
		default:
			return [];
	}
}

export interface ReplyAddress {
	/** OpenID of the follower: FromUserName of the message. */
	toUser: string;
	/** Original ID of the account: ToUserName of the message. */
	fromUser: string;
	/** Epoch seconds. */
	createTime: number;
}

/** An element per given field; fields that are empty are left out. */
function elements(fields: Record<string, string | undefined>): string {
	return Object.entries(fields)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => `<${name}>${cdata(value ?? '')}</${name}>`)
		.join('');
}

function content(reply: PassiveReply): string {
	switch (reply.type) {
		case 'text':
			return `<Content>${cdata(reply.content)}</Content>`;
		case 'image':
			return `<Image>${elements({ MediaId: reply.mediaId })}</Image>`;
		case 'voice':
			return `<Voice>${elements({ MediaId: reply.mediaId })}</Voice>`;
		case 'video': {
			const { mediaId, title, description } = reply;
			return `<Video>${elements({ MediaId: mediaId, Title: title, Description: description })}</Video>`;
		}
		case 'music': {
			const inner = elements({
				Title: reply.title,
				Description: reply.description,
				MusicUrl: reply.musicUrl,
				HQMusicUrl: reply.hqMusicUrl,
				ThumbMediaId: reply.thumbMediaId,
			});
			return `<Music>${inner}</Music>`;
		}
		case 'news': {
			const items = reply.articles.map(({ title, description, picUrl, url }) => {
				const inner = elements({
					Title: title,
					Description: description,
					PicUrl: picUrl,
					Url: url,
				});
				return `<item>${inner}</item>`;
			});
			return `<ArticleCount>${items.length}</ArticleCount><Articles>${items.join('')}</Articles>`;
		}
		case 'transferAiReply':
			return '';
		case 'transferCustomerService':
			return reply.kfAccount
				? `<TransInfo>${elements({ KfAccount: reply.kfAccount })}</TransInfo>`
				: '';
	}
}

/** The passive reply as WeChat wants it in the answer to a push. */
export function buildReply(reply: PassiveReply, address: ReplyAddress): string {
	const type = TRANSFERS.get(reply.type) ?? reply.type;
	const head = elements({ ToUserName: address.toUser, FromUserName: address.fromUser });
	return `<xml>${head}<CreateTime>${address.createTime}</CreateTime><MsgType>${cdata(type)}</MsgType>${content(reply)}</xml>`;
}

/** The envelope for an encrypted reply. */
export function buildEncryptedReply(envelope: {
	encrypted: string;
	signature: string;
	timestamp: string;
	nonce: string;
}): string {
	const head = elements({ Encrypt: envelope.encrypted, MsgSignature: envelope.signature });
	return `<xml>${head}<TimeStamp>${envelope.timestamp}</TimeStamp>${elements({ Nonce: envelope.nonce })}</xml>`;
}
