import { asText } from '../../../shared/json';
import type { Row } from '../../../shared/rows/row';
import type { Statement } from './disagreements';

/** Prizes as a plan lists them: `name,quantity,value in yuan`, with a semicolon between. */
function prizeSentences(prizes: string): string[] {
	return prizes.split(/[;；\n]/).flatMap((prize) => {
		const [name = '', , value = ''] = prize.split(/[,，]/).map((part) => part.trim());
		return name !== '' && /^\d+(?:\.\d+)?$/.test(value) ? [`${name}价值${value}元`] : [];
	});
}

const isOver = ({ endsAt, repeats }: Row, at: number): boolean =>
	asText(repeats) === '' && typeof endsAt === 'number' && endsAt < at;

/**
 * What the plans of activities promise to followers.
 *
 * @param rows of the table of plans; drafts, untouched examples and what is over promise nothing
 * @param at epoch milliseconds
 */
export function activityStatements(rows: readonly Row[], at: number): Statement[] {
	return (
		rows
			// An example that nobody has looked at has no organiser, and is not opened.
			.filter(({ organiser, status }) => asText(status) === 'ready' && asText(organiser) !== '')
			.filter((row) => !isOver(row, at))
			.map((row) => {
				const { key, name, claim, claimDays, conditions, contact, prizes, rules } = row;
				const days = Number(claimDays ?? 0);
				const sentences = [
					asText(conditions),
					asText(claim),
					asText(rules),
					asText(contact),
					...(days > 0 ? [`奖品请在 ${days} 天内领取`] : []),
					...prizeSentences(asText(prizes)),
				];
				return {
					id: `plan:${asText(key)}`,
					name: `活动「${asText(name)}」`,
					about: `${asText(name)}，奖品，中奖，领奖`,
					text: sentences.filter((sentence) => sentence !== '').join('。'),
					isActivity: true,
				};
			})
	);
}
