import { tally, tallyText } from '../../engine/vote/vote';
import { reportOperation } from '../../games/reportOperation';
import { voteFields, voteRules } from './rules';

export const getResult = reportOperation({
	option: {
		name: 'Get Result',
		value: 'getResult',
		action: 'Get vote result',
		description: 'Count the votes; hidden until the end unless you allow it',
	},
	fields: voteFields,
	report: (book, { activityId, at }, values) => {
		const rules = voteRules(values);
		const isOpen = rules.endsAt === undefined || at.now < rules.endsAt;
		const { voters, votes, choices } = tally(book, activityId, rules);
		if (isOpen && rules.hidesResults) {
			const reply = `已有 ${voters} 人投票，结果将在投票结束后公布。`;
			return { status: 'hidden', reply, voters };
		}
		const status = isOpen ? 'open' : 'final';
		const reply = tallyText({ voters, votes, choices });
		return { status, reply, votes, voters, choices };
	},
});
