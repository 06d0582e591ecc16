import { tally, tallyText } from '../../engine/vote/vote';
import { activityIdField, allRowsFields, withNow } from '../fields';
import type { ActivityOperation } from '../operation';
import { choicesField, modeField, voteOptions, voteRules } from './rules';

export const getResult: ActivityOperation = {
	option: {
		name: 'Get Result',
		value: 'getResult',
		action: 'Get vote result',
		description: 'Count the votes; hidden until the end unless you allow it',
	},
	properties: [activityIdField, choicesField, modeField, ...allRowsFields, withNow(...voteOptions)],
	begin(run) {
		const [book, rules] = [run.book(), voteRules(run)];
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const isOpen = rules.endsAt === undefined || run.now(itemIndex) < rules.endsAt;
			const result = tally(book, activityId, rules);
			if (isOpen && rules.hidesResults) {
				const reply = `已有 ${result.voters} 人投票，结果将在投票结束后公布。`;
				const { voters } = result;
				return { activity: { activityId, status: 'hidden', reply, voters }, rows: [] };
			}
			const status = isOpen ? 'open' : 'final';
			return { activity: { activityId, status, reply: tallyText(result), ...result }, rows: [] };
		};
	},
};
