import { optionalText } from '../shared/operations/fields';

/** By which followers are marked who want nothing. */
export const optOutTagField = optionalText('Opt-Out Tag', {
	default: '勿扰',
	placeholder: 'e.g. 勿扰',
	description: 'Followers with this tag among the tags of their contact get nothing',
});
