import type { IDataObject } from 'n8n-workflow';
import type { WeChatMeta } from '../shared/callback/message';
import { patternOf } from '../shared/text/pattern';
import { ANY_KIND } from './kinds';
import { textTest, type TextMatch } from './texts';

export type TextCondition = TextMatch | 'any' | 'regex';

export interface Filters {
	kinds: string[];
	/** OpenIDs; empty lets everyone through. */
	senders: string[];
	textCondition: TextCondition;
	text: string;
}

function matchesText(text: string, { textCondition, text: wanted }: Filters): boolean {
	switch (textCondition) {
		case 'any':
			return true;
		case 'regex':
			return patternOf(wanted).pattern?.occursIn(text) ?? false;
		default:
			return textTest(textCondition, [wanted])(text);
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
