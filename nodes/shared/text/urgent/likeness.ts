import once from 'lodash/once';
import { LikenessModel } from '../likeness/model';
import data from './data/likeness.json';
import { URGENT_KINDS, type Urgent, type UrgentKind } from './kinds';

/*
 * How much a text is like urgent ones. The rules know what has been listed; this part knows the characters and words that go
 * with trouble, and those that go with a question, praise or a joke. Learned by scripts/data/train-texts.mjs.
 */

const model = once(() => new LikenessModel(data));

const kindNamed = (name: string): UrgentKind =>
	URGENT_KINDS.find((kind) => kind === name) ?? 'safety';

/** Whether the rest of a text speaks against what a rule has found in it. */
export const isUnlikely = (text: string, lists: readonly string[]): boolean =>
	model().isUnlike(text, model().scoreOf(text, lists));

/**
 * What a text is like, where no rule has found anything.
 *
 * @param text in the form of `tidy`
 * @param lists names of the word lists of which there are words
 */
export function likeUrgent(text: string, lists: readonly string[]): Urgent[] {
	const score = model().scoreOf(text, lists);
	if (!model().isLike(score)) return [];
	return [{ kind: kindNamed(model().kindOf(text, lists)), words: model().wordsIn(text) }];
}
