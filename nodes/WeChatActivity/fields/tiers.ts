import { rows, text, type Field } from '../../shared/operations/fields';
import type { Tier } from '../engine/points/tiers';
import { count } from './count';

/** What is reached with how many points. */
export const tiers: Field<Tier[]> = rows(
	'Prize Tiers',
	['entry', 'Entry'],
	{
		name: text('Name'),
		minPoints: count('Points From', 0, 'Minimum points for this tier'),
	},
	{
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Tier',
		description:
			'Rewards by points, for instance for taking part, for advanced players and the grand prize',
	},
);
