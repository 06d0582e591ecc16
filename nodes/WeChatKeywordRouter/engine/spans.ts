import type { Phrase } from './phrases';

/** A phrase and where it stands in the message. */
export interface Spotted {
	phrase: Phrase;
	start: number;
	end: number;
	/** How sure it is that the phrase was meant, 0 … 1. */
	certainty: number;
	how: 'words' | 'pinyin' | 'typo';
}

/**
 * Without phrases that lie inside a longer one: in 客服电话 there is no 电话 and no 客服. A phrase of
 * the same length and place stays.
 */
export function longestOnly(spotted: readonly Spotted[]): Spotted[] {
	const sorted = [...spotted].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Spotted[] = [];
	let reach: Spotted | undefined;
	for (const entry of sorted) {
		const isSame = reach?.start === entry.start && reach.end === entry.end;
		if (reach && entry.end <= reach.end && !isSame) continue;
		kept.push(entry);
		reach = entry;
	}
	return kept;
}

/** Whether what was found says something by itself; 在哪里 and 怎么去 do not. */
export const isTelling = ({ phrase }: Spotted): boolean => !phrase.isWeak;
