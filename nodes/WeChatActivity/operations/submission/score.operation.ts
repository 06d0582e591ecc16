import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { RowReader } from '../../../shared/rows/row';
import { score as rate, type Criterion, type Scores } from '../../engine/submission/score';
import { entriesField, eventField, numberField, withNow, rowsKnownFields } from '../fields';
import type { ActivityOperation } from '../operation';
import { answerOf } from '../replies';
import type { Run } from '../run';
import { submissionField, submissionOf } from './rules';

const rubricField = entriesField(
	{
		displayName: 'Rubric',
		name: 'rubric',
		entry: 'Criterion',
		hint: 'What a submission is judged by. Publish it before the activity starts.',
	},
	[
		{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. 创意' },
		numberField('Highest Score', 'max', 10, 'Scores go from 0 to this number'),
		numberField('Weight', 'weight', 1, 'Share of the whole, relative to the other criteria'),
	],
);

const scoresField: INodeProperties = {
	displayName: 'Scores',
	name: 'scores',
	type: 'json',
	default: '{}',
	required: true,
	placeholder: 'e.g. {"创意": 8, "文字": 7}',
	description: 'A score for every criterion of the rubric',
};

const judgeField: INodeProperties = {
	displayName: 'Judge',
	name: 'judge',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Editor Li',
	description:
		'Who scores. The last score of a judge counts; the result is the mean of the judges.',
};

function rubricOf(run: Run): Criterion[] {
	const rubric = run.entries('rubric').map((entry, position) => {
		const reader = new RowReader(entry, `Criterion ${position + 1}`);
		return {
			name: reader.text('name'),
			max: reader.number('max', { min: 1 }),
			weight: reader.number('weight', { fallback: 1, min: 0 }),
		};
	});
	if (rubric.length > 0) return rubric;
	throw new UserInputError("'Rubric' is empty", 'Add at least one criterion.');
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function scoresOf(run: Run, rubric: Criterion[], itemIndex: number): Scores {
	const value: unknown = run.ctx.getNodeParameter('scores', itemIndex, '{}');
	const given = typeof value === 'string' ? parse(value) : value;
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw run
			.reader({}, itemIndex)
			.error('Scores', 'is not a JSON object', 'Enter a score by the name of every criterion.');
	}
	const reader = run.reader({ ...given }, itemIndex);
	const scores = rubric.map(({ name, max }): [string, number] => {
		const score = reader.number(name, { min: 0 });
		if (score <= max) return [name, score];
		throw reader.error(name, `is ${score}; the highest score is ${max}`, 'Correct the score.');
	});
	return Object.fromEntries(scores);
}

export const score: ActivityOperation = {
	option: {
		name: 'Score',
		value: 'score',
		action: 'Score submission',
		description: 'Judge a submission by a rubric; several judges are averaged',
	},
	properties: [
		submissionField,
		judgeField,
		rubricField,
		scoresField,
		...rowsKnownFields,
		eventField,
		withNow(),
	],
	begin(run) {
		const [book, rubric] = [run.book(), rubricOf(run)];
		return (itemIndex) => {
			const row = submissionOf(run, book, itemIndex);
			const judge = run.required('judge', 'Judge', itemIndex);
			const scores = scoresOf(run, rubric, itemIndex);
			const step = rate(book, row, run.act(itemIndex), judge, scores, rubric);
			step.rows.forEach((added) => book.add(added));
			const reply = `评分 ${String(step.values.score)}（${String(step.values.judges)} 位评审）`;
			return answerOf(step, { activityId: row.activityId, openId: row.openId }, reply);
		};
	},
};
