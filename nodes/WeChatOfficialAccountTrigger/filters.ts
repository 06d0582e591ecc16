import type { IDataObject } from 'n8n-workflow';
import type { WeChatMeta } from '../shared/callback/message';
import { Commands } from '../shared/commands/commands';
import { toMatchText } from '../shared/text/normalise';
import { patternOf } from '../shared/text/pattern';
import { ANY_KIND } from './kinds';

export type TextCondition = 'any' | 'contains' | 'equals' | 'regex' | 'startsWith';

export interface Filters {
	kinds: string[];
	/** OpenIDs; empty lets everyone through. */
	senders: string[];
	textCondition: TextCondition;
	text: string;
}

/** Whether a text holds some words, also in another script, width or case. */
function contains(text: string, wanted: string): boolean {
	if (text.includes(wanted)) return true;
	const words = toMatchText(wanted);
	return words !== '' && toMatchText(text).includes(words);
}

function matchesText(text: string, { textCondition, text: wanted }: Filters): boolean {
	switch (textCondition) {
		case 'any':
			return true;
		case 'equals':
			return text.trim() === wanted.trim() || new Commands([wanted]).isCalledBy(text);
		case 'contains':
			return contains(text, wanted);
		case 'startsWith':
			return (
				text.trimStart().startsWith(wanted) || new Commands([wanted]).behind(text) !== undefined
			);
		case 'regex':
			return patternOf(wanted).pattern?.occursIn(text) ?? false;
	}
}

/**
 * Whether a message starts the workflow. Kinds are compared without regard to case: WeChat has used
 * both for some events. With a text condition only text messages can pass.
 */
export function passes(fields: IDataObject, meta: WeChatMeta, filters: Filters): boolean {
	const kind = meta.kind.toLowerCase();
	const kindPasses =
		filters.kinds.length === 0 ||
		filters.kinds.some((wanted) => wanted === ANY_KIND || wanted.toLowerCase() === kind);
	const senderPasses = filters.senders.length === 0 || filters.senders.includes(meta.openId);
	if (!kindPasses || !senderPasses) return false;
	if (filters.textCondition === 'any') return true;
	return (
		meta.kind === 'text' &&
		!meta.isUnsupported &&
		matchesText(String(fields.Content ?? ''), filters)
	);
}
