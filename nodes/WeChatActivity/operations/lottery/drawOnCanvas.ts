import { onlyNow } from '../../../shared/engagement/fields';
import { drawLottery } from '../../engine/lottery/lottery';
import { readEntries } from '../../engine/lottery/readProof';
import { activityId } from '../../fields/activityId';
import { answerTo, canvasOperation } from '../../onCanvas/canvasOperation';
import { allKnownRows, bookOnCanvas } from '../../onCanvas/knownRows';
import { entryCodes, seed, seedOf, trimmedText } from './rules';

/** *Draw* where the rows are items on the canvas. */
export const drawOnCanvas = canvasOperation({
	option: {
		name: 'Draw',
		value: 'draw',
		action: 'Draw winners',
		description:
			'Find winners and reserves among the closed entries, with a proof that anybody can check',
	},
	fields: {
		activityId,
		seed,
		beacon: trimmedText(
			'Public Beacon',
			"The value of the public number that was named at 'Close'",
			'e.g. 3 8 6',
		),
		rows: allKnownRows,
		entries: entryCodes(
			"The list that 'Close' gave. Leave empty to make it of the known rows; they must be the same as at closing.",
		),
		options: onlyNow,
	},
	begin(_first, ctx) {
		const book = bookOnCanvas(ctx);
		return ({ itemIndex, now, values }) => {
			const { activityId: id, beacon } = values;
			const codes = readEntries(values.entries, `Item ${itemIndex + 1}`);
			const result = drawLottery(book, {
				activityId: id,
				seed: seedOf(values.seed, book, id),
				beacon,
				codes: codes.length > 0 ? codes : undefined,
				now,
			});
			result.rows.forEach((row) => book.add(row));
			const { winners, reserves, proof, entries } = result;
			return answerTo(result, { activityId: id }, String(result.values.proofText), {
				winners,
				reserves,
				proof: { ...proof, entries },
			});
		};
	},
});
