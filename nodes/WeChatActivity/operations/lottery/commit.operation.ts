import { randomBytes } from 'crypto';
import type { INodeProperties } from 'n8n-workflow';
import { commit as commitTo } from '../../engine/lottery/lottery';
import { activityIdField, withNow, rowsKnownFields } from '../fields';
import type { ActivityOperation } from '../operation';
import { answerOf } from '../replies';
import { seedField } from './rules';

const SEED_BYTES = 32;

const keepsSeedField: INodeProperties = {
	displayName: 'Store Seed',
	name: 'keepsSeed',
	type: 'boolean',
	default: true,
	description:
		'Whether the rows to store hold the seed. Keep them in a table of your own and turn off saving of execution data.',
};

export const commit: ActivityOperation = {
	option: {
		name: 'Commit',
		value: 'commit',
		action: 'Commit to lottery seed',
		description: 'Choose the seed of a draw and give its SHA-256, to be published with the rules',
	},
	properties: [
		activityIdField,
		{ ...seedField, description: 'Leave empty for a random one' },
		keepsSeedField,
		...rowsKnownFields,
		withNow(),
	],
	begin(run) {
		const book = run.book();
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const given = run.text('seed', 'Seed', itemIndex);
			const seed = given || randomBytes(SEED_BYTES).toString('hex');
			const keepsSeed = run.ctx.getNodeParameter('keepsSeed', itemIndex, true) === true;
			// A random seed that nobody keeps could never be revealed.
			const step = commitTo(book, activityId, seed, run.now(itemIndex), keepsSeed || given === '');
			step.rows.forEach((row) => book.add(row));
			const reply = `开奖承诺值：${String(step.values.commitment)}\n开奖后公布种子，SHA256(种子) 应与此相同。`;
			return answerOf(step, { activityId }, reply);
		};
	},
};
