import { UserInputError } from '../inputError';
import { jsonInteger, type BigJsonInteger } from '../json';

/** What a comment belongs to: one article of one publication. */
export interface ArticleRef {
	/** `msg_data_id` of the publication. */
	msgDataId: string;
	/** Position of the article in the publication, from 0. */
	index: number;
}

const ID = /^(\d{5,20})(?:_(\d{1,2}))?$/;
const SHORT_URL = /^https?:\/\/mp\.weixin\.qq\.com\/s\/[\w-]+/i;
const ADVICE =
	"Choose the article 'From list', enter its msg_data_id, or paste the long URL that holds mid= and idx=.";

function fromUrl(text: string): ArticleRef | undefined {
	let url: URL;
	try {
		url = new URL(text.replace(/&amp;/g, '&'));
	} catch {
		return undefined;
	}
	const mid = url.searchParams.get('mid') ?? url.searchParams.get('appmsgid');
	if (!mid || !/^\d{5,20}$/.test(mid)) return undefined;
	const position = Number(url.searchParams.get('idx') ?? url.searchParams.get('itemidx') ?? 1);
	return { msgDataId: mid, index: position >= 1 && position <= 8 ? position - 1 : 0 };
}

/** An article as `parseArticleRef` reads it; undefined when the text names none. */
export function findArticleRef(text: string, index = 0): ArticleRef | undefined {
	const source = text.trim();
	const id = ID.exec(source);
	if (id?.[1]) {
		return { msgDataId: id[1], index: id[2] ? Math.max(Number(id[2]) - 1, 0) : index };
	}
	return fromUrl(source);
}

/**
 * Reads an article from what a person has at hand: a `msg_data_id`, the `msgid` of the article
 * statistics (`2247490098_1`, counted from 1 there), or the long URL of the article, whose `mid` is
 * the `msg_data_id` and whose `idx` counts from 1.
 *
 * @param index position to use when the text does not tell it, from 0
 * @throws UserInputError when the text is none of these
 */
export function parseArticleRef(text: string, index = 0): ArticleRef {
	const found = findArticleRef(text, index);
	if (found) return found;
	const source = text.trim();
	if (SHORT_URL.test(source)) {
		throw new UserInputError('A short article URL does not tell which article it is', ADVICE);
	}
	throw new UserInputError(
		source === '' ? "'Article' is empty" : `'Article' is neither an ID nor an article URL`,
		ADVICE,
	);
}

/** Stable text for an article, usable as a key; reads back with `parseArticleRef`. */
export function articleKey({ msgDataId, index }: ArticleRef): string {
	return `${msgDataId}_${index + 1}`;
}

/** The article as the comment calls want it (WeChat: comment/*). */
export function articleBody({ msgDataId, index }: ArticleRef): {
	msg_data_id: number | BigJsonInteger;
	index: number;
} {
	return { msg_data_id: jsonInteger(msgDataId), index };
}
