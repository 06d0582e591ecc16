import { randomBytes } from 'crypto';
import { onlyNow } from '../../../shared/engagement/fields';
import { flag } from '../../../shared/operations/fields';
import { commit as commitTo } from '../../engine/lottery/commitment';
import { activityId } from '../../fields/activityId';
import { answerTo, canvasOperation } from '../../onCanvas/canvasOperation';
import { bookOnCanvas, knownRows } from '../../onCanvas/knownRows';
import { trimmedText } from './rules';

const SEED_BYTES = 32;

export const commit = canvasOperation({
	option: {
		name: 'Commit',
		value: 'commit',
		action: 'Commit to the secret of a lottery',
		description:
			"For rows on the canvas: choose the secret of a draw and get its fingerprint. 'Activity: Open' does it with records.",
	},
	fields: {
		activityId,
		seed: trimmedText('Secret', 'Leave empty for a random one'),
		keepsSeed: flag(
			'Store Secret',
			true,
			'Whether the rows to store hold the secret. Keep them in a table of your own and turn off saving of execution data.',
		),
		rows: knownRows,
		options: onlyNow,
	},
	begin(_first, ctx) {
		const book = bookOnCanvas(ctx);
		return ({ values, now }) => {
			const given = values.seed;
			const seed = given || randomBytes(SEED_BYTES).toString('hex');
			// A random seed that nobody keeps could never be revealed.
			const keepsSeed = values.keepsSeed || given === '';
			const step = commitTo(book, values.activityId, seed, now, keepsSeed);
			step.rows.forEach((row) => book.add(row));
			const reply = `开奖承诺值：${String(step.values.commitment)}\n开奖后公布种子，SHA256(种子) 应与此相同。`;
			return answerTo(step, { activityId: values.activityId }, reply);
		};
	},
});
