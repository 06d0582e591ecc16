import type { Contact } from '../../shared/text/contacts';
import type { Intent } from './intent';
import type { Mood } from './sentiment';
import type { SensitiveWord } from '../../shared/text/sensitive';
import type { FoundLists } from '../../shared/text/wordIndex';

/** Next steps, by stable names, in the order in which a person would take them. */
export type FollowUp =
	| 'careForPerson'
	| 'hideComment'
	| 'hideContactData'
	| 'handToPerson'
	| 'apologise'
	| 'askForOrderNumber'
	| 'answerQuestion'
	| 'contactBack'
	| 'sendLink'
	| 'passToBusiness'
	| 'thank';

interface Clues {
	mood: Mood;
	intents: Intent[];
	isQuestion: boolean;
	isUrgent: boolean;
	/** Whether somebody may hurt themselves. */
	isInDanger: boolean;
	contacts: Contact[];
	sensitive: SensitiveWord[];
	/** Words of the follow-up lists in the text. */
	words: FoundLists;
	/** Whether the text holds a number that can be that of an order. */
	hasOrderNumber: boolean;
}

/** What to do about a text. Hints, not orders: a flow picks the ones it acts on. */
export function followUpsOf(clues: Clues): FollowUp[] {
	const { mood, intents, contacts, isQuestion, isUrgent, words } = clues;
	const [first] = intents;
	const isAbout = (...wanted: Intent[]) => wanted.some((intent) => intents.includes(intent));
	const isNegative = mood.sentiment === 'negative';
	// What a text is only like is no reason to hide it.
	const isHarmful = clues.sensitive.some(
		({ category, isGuess }) => category !== 'selfHarm' && !isGuess,
	);
	// Business as usual is out of place there.
	if (clues.isInDanger) return ['careForPerson', 'handToPerson'];
	const concernsOrder =
		isAbout('aftersales') || (isAbout('logistics') && (isNegative || isQuestion));
	const steps: Array<[boolean, FollowUp]> = [
		[isHarmful, 'hideComment'],
		[contacts.some(({ type }) => type !== 'url'), 'hideContactData'],
		[isUrgent || first === 'complaint', 'handToPerson'],
		[isNegative, 'apologise'],
		[concernsOrder && !clues.hasOrderNumber, 'askForOrderNumber'],
		[isQuestion, 'answerQuestion'],
		[words.has('callback') || (contacts.length > 0 && isNegative), 'contactBack'],
		[isAbout('purchase') && !isNegative, 'sendLink'],
		[isAbout('cooperation'), 'passToBusiness'],
		[mood.sentiment === 'positive', 'thank'],
	];
	return steps.filter(([applies]) => applies).map(([, step]) => step);
}
