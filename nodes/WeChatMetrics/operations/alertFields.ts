import { ranged } from '../../shared/engagement/numbers';
import { choice } from '../../shared/operations/fields';

/** What makes a value an alert; the same for rows of one's own and for those that are kept. */
export const alertFields = {
	direction: choice(
		'Direction',
		[
			{ name: 'Both', value: 'both', description: 'Also what is unusually good' },
			{ name: 'Worse', value: 'worse', description: 'Only changes for the worse' },
		],
		'worse',
	),
	minSample: ranged(
		'Minimum Earlier Values',
		{ fallback: 4, min: 2, max: 8, integer: true },
		{ description: 'No alert when there are fewer earlier values to compare with' },
	),
	threshold: ranged(
		'Threshold',
		{ fallback: 3.5, min: 1 },
		{
			description:
				'Distance from the usual value, in robust standard deviations, from which a value is an alert; from twice this distance it is critical',
		},
	),
};
