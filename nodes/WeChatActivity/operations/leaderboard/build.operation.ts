import type { INodeProperties } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { leaderboard } from '../../engine/leaderboard/leaderboard';
import { tierOf } from '../../engine/points/tiers';
import { fill } from '../../engine/reply';
import { activityIdField, allRowsFields, withNow, tiersField, timeField } from '../fields';
import type { ActivityOperation } from '../operation';
import { tiersOf } from '../points/rules';

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

const lineField: INodeProperties = {
	displayName: 'Line',
	name: 'line',
	type: 'string',
	default: '{rank}. {name}  {score} 分',
	description: 'One line of the text. Placeholders: {rank} {name} {score} {seconds} {tier}.',
};

const typesField: INodeProperties = {
	displayName: 'Only Row Types',
	name: 'types',
	type: 'string',
	default: '',
	placeholder: 'e.g. quiz, checkIn',
	description: 'Comma-separated types of the rows that count. Leave empty for all.',
};

export const build: ActivityOperation = {
	option: {
		name: 'Build',
		value: 'build',
		action: 'Build leaderboard',
		description: 'Rank people by points, then by time taken, then by who was first',
	},
	properties: [
		{
			...activityIdField,
			required: false,
			description: 'Rows of this activity only. Leave empty for all activities.',
		},
		...allRowsFields,
		limitField,
		tiersField,
		withNow(
			timeField('From', 'from', 'Rows before it do not count'),
			lineField,
			typesField,
			timeField('To', 'to', 'Rows from this time on do not count'),
		),
	],
	begin(run) {
		const [book, tiers] = [run.book(), tiersOf(run)];
		const rules = {
			types: splitList(run.optionText('types')),
			from: run.optionTime('from', 'From'),
			to: run.optionTime('to', 'To'),
		};
		const line = run.optionText('line', lineField.default as string);
		return (itemIndex) => {
			const activityId = run.text('activityId', 'Activity ID', itemIndex);
			const all = leaderboard(book, activityId, rules);
			const ranking = all
				.slice(0, run.number('limit', 'Limit', itemIndex, 1))
				.map((entry) => ({ ...entry, tier: tierOf(entry.score, tiers).tier }));
			const reply = ranking
				.map((entry) => fill(line, { ...entry, seconds: Math.round(entry.ms / 1_000) }, 'Line'))
				.join('\n');
			const status = ranking.length > 0 ? 'ranked' : 'empty';
			return {
				activity: { activityId, status, reply, participants: all.length, ranking },
				rows: [],
			};
		};
	},
};
