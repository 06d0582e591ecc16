import { mapped, optionalText, text, type Field } from '../../shared/operations/fields';

const trimmed = (description: string, placeholder: string): Field<string> =>
	mapped(optionalText('Activity ID', { placeholder, description }), (id) => id.trim());

/** Of an activity that only its nodes know. */
export const activityId = text('Activity ID', {
	placeholder: 'e.g. autumn-2026',
	description: 'A name of your own, the same in all nodes of the activity',
});

/** The same where it may be left open, so that all activities count. */
export const anyActivityId = (description: string): Field<string> =>
	trimmed(description, 'e.g. autumn-2026');

/** Of an activity in the table of plans, for staff: which one is meant. */
export const plannedId = text('Activity ID', {
	placeholder: 'e.g. weekly-draw',
	description:
		"The key of the plan in the table of plans. For an earlier round of a plan that repeats, the round's own ID.",
});

/** The same for the page of proofs. */
export const shownId: Field<string> = trimmed(
	'The key of the plan, or the ID of a round. Leave empty for the one that was drawn last.',
	'e.g. {{ $json.query.id }}',
);

/** The same for messages: the one that is open, unless another is named. */
export const currentId: Field<string> = trimmed(
	'The key of the plan. Leave empty for the one that was opened last.',
	'e.g. weekly-draw',
);

/** For games that can be planned: the one that is open, a plan, or a name of one's own. */
export const gameId = trimmed(
	'The key of the plan, or a name of your own for a game without one. Leave empty for the one that was opened last.',
	'e.g. weekly-quiz',
);
