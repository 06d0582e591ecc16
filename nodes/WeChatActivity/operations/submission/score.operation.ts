import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { isRecord, valueOfJson } from '../../../shared/json';
import { field, integer, mapped, number, rows, text } from '../../../shared/operations/fields';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { RowReader } from '../../../shared/rows/row';
import { score as rate, type Criterion, type Scores } from '../../engine/submission/score';
import { eventField } from '../../fields/event';
import { stepItem } from '../../items/step';
import { inOneOutput } from '../../onCanvas/inOneOutput';
import { knownRowsForItems, rowsOnCanvas } from '../../onCanvas/knownRows';
import { requireSubmission, submissionField, withSubmission } from './reviewing';

const rubric = mapped(
	rows(
		'Rubric',
		['entry', 'Entry'],
		{
			name: text('Name', { placeholder: 'e.g. 创意' }),
			max: integer('Highest Score', [1, Number.MAX_SAFE_INTEGER], {
				default: 10,
				description: 'Scores go from 0 to this number',
			}),
			weight: number('Weight', 0, {
				default: 1,
				description: 'Share of the whole, relative to the other criteria',
			}),
		},
		{
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Criterion',
			description: 'What a submission is judged by. Publish it before the activity starts.',
		},
	),
	(criteria): Criterion[] => {
		if (criteria.length === 0) {
			throw new UserInputError("'Rubric' is empty", 'Add at least one criterion.');
		}
		return criteria.map(({ name, max, weight }) => ({ name, max, weight }));
	},
);

const scores = field(
	{
		displayName: 'Scores',
		type: 'json',
		default: '{}',
		required: true,
		placeholder: 'e.g. {"创意": 8, "文字": 7}',
		description: 'A score for every criterion of the rubric',
	},
	(value: unknown = '{}') => (typeof value === 'string' ? valueOfJson(value) : value),
);

function scoresBy(criteria: Criterion[], given: unknown, itemIndex: number): Scores {
	const where = `Item ${itemIndex + 1}`;
	if (!isRecord(given)) {
		throw new RowReader({}, where).error(
			'Scores',
			'is not a JSON object',
			'Enter a score by the name of every criterion.',
		);
	}
	const reader = new RowReader({ ...given }, where);
	const entries = criteria.map(({ name, max }): [string, number] => {
		const score = reader.number(name, { min: 0 });
		if (score <= max) return [name, score];
		throw reader.error(name, `is ${score}; the highest score is ${max}`, 'Correct the score.');
	});
	return Object.fromEntries(entries);
}

export const score = inOneOutput(
	itemwise({
		option: {
			name: 'Score',
			value: 'score',
			action: 'Score submission',
			description: 'Judge a submission by a rubric; several judges are averaged',
		},
		outputs: { scored: 'Result' },
		fields: {
			submission: submissionField,
			judge: text('Judge', {
				placeholder: 'e.g. Editor Li',
				description:
					'Who scores. The last score of a judge counts; the result is the mean of the judges.',
			}),
			rubric,
			scores,
			rows: knownRowsForItems,
			event: eventField,
			options: onlyNow,
		},
		tables: [activityRows],
		takesItems: true,
		knownRows: rowsOnCanvas,
		execute: async (at, values) => {
			const [judge, criteria] = [values.judge, values.rubric];
			const given = scoresBy(criteria, values.scores, at.itemIndex);
			const author = await requireSubmission(at, values.submission);
			const step = await withSubmission(at, author, values.event, (book, act) =>
				rate(book, author, act, judge, given, criteria),
			);
			const reply = `评分 ${String(step.values.score)}（${String(step.values.judges)} 位评审）`;
			const ids = { activityId: author.activityId, openId: author.openId };
			const more = { submission: values.submission };
			return [{ to: 'scored', json: stepItem(at.json, step, ids, reply, more) }];
		},
	}),
);
