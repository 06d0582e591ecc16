import { now } from '../../../shared/engagement/fields';
import { collection, integer, optionalText } from '../../../shared/operations/fields';
import { optionalMoment } from '../../../shared/operations/time';
import { splitList } from '../../../shared/text/list';
import { leaderboard } from '../../engine/leaderboard/leaderboard';
import { tierOf } from '../../engine/points/tiers';
import { fill } from '../../engine/reply';
import { anyActivityId } from '../../fields/activityId';
import { tiers } from '../../fields/tiers';
import { reportOperation } from '../../games/reportOperation';

const LINE = '{rank}. {name}  {score} 分';

export const build = reportOperation({
	option: {
		name: 'Build',
		value: 'build',
		action: 'Build leaderboard',
		description: 'Rank people by points, then by time taken, then by who was first',
	},
	activityId: anyActivityId('Rows of this activity only. Leave empty for all activities.'),
	fields: {
		limit: integer('Limit', [1, Number.MAX_SAFE_INTEGER], {
			default: 50,
			description: 'Max number of results to return',
		}),
		tiers,
		options: collection('Options', 'Add option', {
			from: optionalMoment('From', { description: 'Rows before it do not count' }),
			line: optionalText('Line', {
				default: LINE,
				description: 'One line of the text. Placeholders: {rank} {name} {score} {seconds} {tier}.',
			}),
			now,
			types: optionalText('Only These Types', {
				placeholder: 'e.g. quiz, checkIn',
				description: 'Comma-separated types of the rows that count. Leave empty for all.',
			}),
			to: optionalMoment('To', { description: 'Rows from this time on do not count' }),
		}),
	},
	report: (book, { activityId }, values) => {
		const { from, to, types = '', line = LINE } = values.options;
		const all = leaderboard(book, activityId, { types: splitList(types), from, to });
		const prizes = values.tiers;
		const ranking = all
			.slice(0, values.limit)
			.map((entry) => ({ ...entry, tier: tierOf(entry.score, prizes).tier }));
		const reply = ranking
			.map((entry) => fill(line, { ...entry, seconds: Math.round(entry.ms / 1_000) }, 'Line'))
			.join('\n');
		const status = ranking.length > 0 ? 'ranked' : 'empty';
		return { status, reply, participants: all.length, ranking };
	},
});
