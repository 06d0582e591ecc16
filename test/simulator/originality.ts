import type { Json } from './check';
import type { State } from './state';

/** What the platform finds out about an article before it goes out. */
export interface Verdict {
	isReprint: boolean;
	canReprint: boolean;
}

/** Compares articles with what others have declared original (WeChat: originality check). */
export function verdictsOf({ settings }: State, articles: Json[]): Verdict[] {
	return articles.map(({ title, content }) => {
		const text = `${String(title)} ${String(content)}`;
		const original = settings.originals.find((known) => text.includes(known.text));
		return { isReprint: original !== undefined, canReprint: original?.canReprint ?? true };
	});
}

/** `CheckState` of all articles: 1 original, 2 a reprint that may go out, 3 one that may not. */
export function mainVerdict(verdicts: Verdict[]): 1 | 2 | 3 {
	if (verdicts.some(({ canReprint }) => !canReprint)) return 3;
	return verdicts.some(({ isReprint }) => isReprint) ? 2 : 1;
}
