import type { PartName, Reason, Recommendation } from './types';

/** WeChat takes 2,048 bytes in a text message. */
const MAX_REPLY_BYTES = 2_048;

export interface Texts extends Record<PartName, string> {
	/** First line of the reply. */
	heading: string;
}

export const DEFAULT_TEXTS: Texts = {
	heading: '为您推荐：',
	together: '因为您看过《{title}》',
	tags: '因为您关注“{tag}”',
	fresh: '最新上线',
	popular: '大家都在看',
};

/** Why a person gets an item, in a sentence that the person reads. */
export function reasonText({ part, title = '', tag = '' }: Reason, texts: Texts): string {
	// A function as replacement: a title may hold `$&`.
	return texts[part].replace('{title}', () => title).replace('{tag}', () => tag);
}

function entryText({ item, reason }: Recommendation, position: number, texts: Texts): string {
	const lines = [`${position + 1}. ${item.title}`, reasonText(reason, texts), item.url];
	return lines.filter((line) => line !== '').join('\n');
}

/** All recommendations as one text message; those that do not fit into it are left out. */
export function replyText(recommendations: Recommendation[], texts: Texts): string {
	let text = texts.heading;
	for (const [position, recommendation] of recommendations.entries()) {
		const longer = [text, entryText(recommendation, position, texts)].filter(Boolean).join('\n\n');
		if (Buffer.byteLength(longer, 'utf8') > MAX_REPLY_BYTES) break;
		text = longer;
	}
	return text;
}
