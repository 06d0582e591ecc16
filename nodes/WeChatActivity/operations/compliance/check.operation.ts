import { now } from '../../../shared/engagement/fields';
import { ranged } from '../../../shared/engagement/numbers';
import {
	choice,
	collection,
	integer,
	number,
	optionalText,
	text,
} from '../../../shared/operations/fields';
import { optionalMoment } from '../../../shared/operations/time';
import { checkCompliance, verdictText } from '../../engine/compliance/check';
import { canvasOperation } from '../../onCanvas/canvasOperation';
import { prizes } from './prizes';

const fields = {
	kind: choice(
		'Kind of Activity',
		[
			{ name: 'Check-In', value: 'checkIn' },
			{ name: 'Instant Win', value: 'instantWin' },
			{ name: 'Lottery', value: 'lottery' },
			{ name: 'Quiz', value: 'quiz' },
			{ name: 'Submission', value: 'submission' },
			{ name: 'Vote', value: 'vote' },
		],
		'lottery',
	),
	text: text('Text', {
		typeOptions: { rows: 8 },
		description: 'Everything that followers read: title, article, rules and replies',
	}),
	disclosed: collection(
		'Disclosed Facts',
		'Add fact',
		{
			claim: optionalText('Claim', { description: 'How and until when prizes are claimed' }),
			conditions: optionalText('Conditions', {
				description: 'Who may take part, how, and how often',
			}),
			contact: optionalText('Contact', { description: 'Where to ask or complain' }),
			drawAt: optionalMoment('Draw At', { description: 'When winners are drawn' }),
			drawMethod: optionalText('Draw Method', { description: 'How winners are found' }),
			endsAt: optionalMoment('Ends At', { description: 'When the activity ends' }),
			organiser: optionalText('Organiser', {
				description: 'Full name of who holds the activity',
			}),
			startsAt: optionalMoment('Starts At', { description: 'When the activity starts' }),
		},
		{
			description:
				'What is published in addition to the text. Facts that the text already states can be left out.',
		},
	),
	prizes,
	options: collection('Options', 'Add option', {
		blankOdds: ranged(
			'Blank Odds',
			{ fallback: 0, max: 1 },
			{ description: 'Published chance to win nothing, from 0 to 1' },
		),
		now,
		recordYears: number('Records Kept (Years)', 0, {
			default: 2,
			description: 'How long entries and winners are kept',
		}),
		ticketCount: integer('Ticket Count', [1, Number.MAX_SAFE_INTEGER], {
			description: 'All tickets of an instant win, blanks included',
		}),
	}),
};

export const check = canvasOperation({
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check compliance of activity',
		description: "Check an activity against WeChat's rules and the law before it starts",
	},
	fields,
	begin(first) {
		const list = first.prizes;
		return ({ now: time, values }) => {
			const { kind, options, disclosed: facts } = values;
			const verdict = checkCompliance({
				kind,
				text: values.text,
				organiser: facts.organiser ?? '',
				contact: facts.contact ?? '',
				conditions: facts.conditions ?? '',
				claim: facts.claim ?? '',
				drawMethod: facts.drawMethod ?? '',
				startsAt: facts.startsAt,
				endsAt: facts.endsAt,
				drawAt: facts.drawAt,
				prizes: list,
				blankOdds: options.blankOdds,
				ticketCount: options.ticketCount,
				recordYears: options.recordYears ?? 2,
				now: time,
			});
			const { canStart, findings } = verdict;
			const status = canStart ? 'passed' : 'blocked';
			const activity = { status, reply: verdictText(verdict), canStart, findings };
			return { activity, rows: [] };
		};
	},
});
