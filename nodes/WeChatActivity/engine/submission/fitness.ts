import once from 'lodash/once';
import { findContacts } from '../../../shared/text/contacts';
import { normalise } from '../../../shared/text/normalise';
import { sensitiveSearch } from '../../../shared/text/sensitive';

/** Words of these kinds are not taken in at all; others are pointed out to the reviewer. */
const REFUSED: ReadonlySet<string> = new Set([
	'abuse',
	'adult',
	'drugs',
	'fraud',
	'gambling',
	'weapons',
]);
const SELF_HARM = 'selfHarm';

const search = once(() => sensitiveSearch(true, [], normalise));

/** Whether a text may be published, as far as its words tell. */
export interface Fitness {
	/** `needsHelp`: whoever wrote it may be in danger. */
	verdict: 'fit' | 'needsHelp' | 'unfit';
	/** What a reviewer should look at: contact data, and words that are no reason to refuse. */
	warnings: string[];
}

/** Looks at a text before it is taken in. */
export function fitnessOf(text: string): Fitness {
	const plain = normalise(text);
	const found = search()(plain);
	const has = (isMeant: (category: string) => boolean): boolean =>
		found.some(({ category, isGuess }) => !isGuess && isMeant(category));
	const verdict = has((category) => category === SELF_HARM)
		? 'needsHelp'
		: has((category) => REFUSED.has(category))
			? 'unfit'
			: 'fit';
	const contacts = findContacts(plain, true).map(({ value }) => `联系方式 ${value}`);
	return { verdict, warnings: [...contacts, ...found.map(({ word }) => word)] };
}
