import { findContacts } from '../../nodes/shared/text/contacts';
import { normalise } from '../../nodes/shared/text/normalise';
import { sensitiveSearch } from '../../nodes/shared/text/sensitive';
import { checkWording } from '../../nodes/shared/wording/check';
import { readSet, type SetName, type SetPart } from './understanding';

const search = sensitiveSearch(true, [], normalise);
const isHidden = (text: string): boolean => {
	const plain = normalise(text);
	return findContacts(plain, false).length + search(plain).length > 0;
};

/** Shares of texts that are found, 0 to 1. */
export interface WordingFigures {
	found: number;
	/** Of the harmless ones. */
	falseAlarms: number;
}

function figures(
	name: SetName,
	part: SetPart,
	harmless: string,
	isFound: (text: string) => boolean,
): WordingFigures {
	const set = readSet(name, part);
	const share = (isHarmless: boolean) => {
		const texts = set.filter(({ label }) => (label === harmless) === isHarmless);
		return texts.filter(({ text }) => isFound(text)).length / texts.length;
	};
	return { found: share(false), falseAlarms: share(true) };
}

/** Breaches of the wording rules. */
export const complianceFigures = (part: SetPart): WordingFigures =>
	figures('compliance', part, 'fine', (text) => checkWording(text).length > 0);

/** Contact data and offers, in disguise or not. */
export const contactFigures = (part: SetPart): WordingFigures =>
	figures('contacts', part, 'none', isHidden);
