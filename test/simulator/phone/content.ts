import { isObject, type Json } from '../check';
import type { Article, Delivered, State, Template } from '../state';
import type { ArticleLine, ArticleRef, Content } from './types';

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Where the page finds a file of the account. */
export const sourceOf = (mediaId: unknown): string =>
	`/__sim/media?id=${encodeURIComponent(textOf(mediaId))}`;

export const refOf = ({ msgDataId, index }: Article): ArticleRef => ({ msgDataId, index });

function line(state: State, title: unknown, description: unknown, picture: unknown, url: unknown) {
	const address = textOf(url);
	const own = state.articles.find((article) => article.url === address);
	const shown: ArticleLine = {
		title: textOf(title),
		description: textOf(description),
		picture: textOf(picture),
		url: address,
		...(own ? { article: refOf(own) } : {}),
	};
	return shown;
}

/** Articles of a message: the passive reply writes their fields in capitals, the call in small letters. */
function newsOf(state: State, content: Json): Content {
	const articles = listOf(content.articles).map((item) =>
		line(
			state,
			item.Title ?? item.title,
			item.Description ?? item.description,
			item.PicUrl ?? item.picurl,
			item.Url ?? item.url,
		),
	);
	return { kind: 'articles', articles };
}

const publishedLine = (article: Article): ArticleLine => ({
	title: article.title,
	description: '',
	picture: '',
	url: article.url,
	article: refOf(article),
});

function publicationOf(state: State, content: Json): Content {
	const published = [...state.publications.values()].find(
		({ articleId }) => articleId === content.article_id,
	);
	const own = state.articles.filter(({ msgDataId }) => msgDataId === published?.msgDataId);
	return { kind: 'articles', articles: own.slice(0, 1).map(publishedLine) };
}

function choicesOf(content: Json): Content {
	const entries = listOf(content.list).map(({ id, content: shown }) => ({
		id: textOf(id),
		content: textOf(shown),
	}));
	const [head, tail] = [textOf(content.head_content), textOf(content.tail_content)];
	return { kind: 'choices', head, entries, tail };
}

/** What a message of the account shows. @param type of the message, as WeChat calls it */
export function contentOf(state: State, type: string, content: Json): Content {
	const mediaId = content.mediaId ?? content.media_id;
	switch (type) {
		case 'text':
			return { kind: 'text', text: textOf(content.content) };
		case 'image':
			return { kind: 'picture', source: sourceOf(mediaId) };
		case 'voice':
		case 'video':
			return { kind: type, source: sourceOf(mediaId) };
		case 'news':
			return newsOf(state, content);
		case 'mpnewsarticle':
			return publicationOf(state, content);
		case 'msgmenu':
			return choicesOf(content);
		default: {
			const music = isObject(content.music) ? content.music : content;
			return { kind: 'other', type, text: textOf(music.Title ?? music.title) };
		}
	}
}

/** Lines of a template in its words: `订单号：{{character_string1.DATA}}`. */
function rowsOf(template: Template | undefined, data: Json) {
	const labels = new Map<string, string>();
	for (const written of template?.content.split('\n') ?? []) {
		const [label = '', field] = written.split('{{', 2);
		const key = field?.split('.DATA', 1)[0];
		if (key !== undefined) labels.set(key, label.replace(/[：:\s]+$/, ''));
	}
	return Object.entries(data).map(([key, entry]) => ({
		label: labels.get(key) ?? key,
		value: isObject(entry) ? textOf(entry.value) : '',
	}));
}

/** What a message in the follower's chat shows. */
export function deliveredContent(state: State, message: Delivered): Content {
	const content = isObject(message.content) ? message.content : {};
	const { via, type, templateId, url = '' } = message;
	if (via !== 'template' && via !== 'notice') return contentOf(state, type, content);
	const known = via === 'template' ? state.templates : state.notices;
	const template = known.find(({ id }) => id === templateId);
	return { kind: 'card', title: type, rows: rowsOf(template, content), url };
}

/** What a broadcast shows: articles that went out with it, or another message. */
export function broadcastContent(state: State, body: Json, msgDataId: number | undefined): Content {
	const type = textOf(body.msgtype);
	if (type === 'mpnews') {
		const articles = state.articles.filter((article) => article.msgDataId === msgDataId);
		return { kind: 'articles', articles: articles.map(publishedLine) };
	}
	const content = body[type];
	return contentOf(state, type, isObject(content) ? content : {});
}

/** What a follower did shows; undefined for what is told to the account only (jobs, sessions). */
export function writtenContent(fields: Json): Content | undefined {
	switch (fields.MsgType) {
		case 'text':
			return { kind: 'text', text: textOf(fields.Content) };
		case 'image':
			return { kind: 'picture', source: sourceOf(fields.MediaId) };
		case 'event':
			return actOf(fields);
		default:
			return { kind: 'other', type: textOf(fields.MsgType), text: textOf(fields.Label) };
	}
}

/** Events that a follower causes. */
const ACTS =
	/^(subscribe|unsubscribe|SCAN|CLICK|VIEW|LOCATION|view_miniprogram|scancode_\w+|pic_\w+|location_select|subscribe_msg_(popup|change)_event)$/;

function actOf(fields: Json): Content | undefined {
	const event = textOf(fields.Event);
	return ACTS.test(event)
		? { kind: 'act', event, detail: textOf(fields.EventKey).replace(/^qrscene_/, '') }
		: undefined;
}
