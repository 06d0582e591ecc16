import { Commands } from '../../../shared/commands/commands';
import { UserInputError } from '../../../shared/inputError';
import { field, type Field } from '../../../shared/operations/fields';

type Decision = 'approve' | 'reject';

/** What people choose in a form of their own. */
const NAMES: Readonly<Record<Decision, readonly string[]>> = {
	approve: ['approve', 'accept', 'yes', '入选', '通过', '同意'],
	reject: ['reject', 'decline', 'no', '不入选', '不通过', '驳回'],
};

const WORDS: Readonly<Record<Decision, Commands>> = {
	approve: new Commands(NAMES.approve),
	reject: new Commands(NAMES.reject),
};

const meant = (stored: unknown): Decision | undefined => {
	const word = String(stored);
	return (['approve', 'reject'] as const).find((decision) => WORDS[decision].isExactly(word));
};

/** Yes or no, also in the words of a form; what is neither is an error, and no yes. */
export const decisionField: Field<Decision> = field(
	{
		displayName: 'Decision',
		type: 'options',
		options: [
			{ name: 'Approve', value: 'approve' },
			{ name: 'Reject', value: 'reject' },
		],
		default: 'approve',
		description: 'An expression may also give the words of a form: Accept (入选), Decline (不入选)',
	},
	(stored = 'approve') => {
		const decision = meant(stored);
		if (decision) return decision;
		throw new UserInputError(
			`'Decision' has no option "${String(stored)}"`,
			`Use one of: ${Object.values(NAMES).flat().join(', ')}.`,
		);
	},
);
