import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runWorkflow, testCredentials, toNode } from '../../harness/engine';

const AT = '2026-11-24T09:00:00+08:00';

type Case = [
	type: string,
	operation: string,
	name: string,
	label: string,
	more?: INodeParameters,
	items?: IDataObject[],
];

const option = (name: string) => `options.${name}`;
const ITEM = { openId: 'oA', key: '1', kind: 'message', at: AT, text: '多少钱', content: '好喝' };

const CASES: Case[] = [
	['weChatKeywordRouter', 'route', option('answerFrom'), 'Answer From'],
	['weChatKeywordRouter', 'route', option('brand'), 'Weight of Brand'],
	['weChatKeywordRouter', 'route', option('mostCandidates'), 'Candidates'],
	['weChatKeywordRouter', 'learn', 'days', 'Period (Days)'],
	['weChatKeywordRouter', 'learn', option('leastCount'), 'Asked at Least'],
	['weChatKeywordRouter', 'audit', 'days', 'Period (Days)'],
	['weChatMetrics', 'calculate', 'periods', 'Periods'],
	['weChatMetrics', 'calculate', option('dormantAfter'), 'Dormant After (Days)'],
	['weChatMetrics', 'detectAlerts', option('minSample'), 'Minimum Earlier Values'],
	['weChatRecommend', 'recommend', 'count', 'Number of Results'],
	['weChatRecommend', 'recommend', option('noRepeatDays'), 'No Repeat (Days)'],
	['weChatSegment', 'score', option('windowDays'), 'Window (Days)', { keepRecordsIn: 'items' }],
	['weChatSla', 'evaluate', option('riskPercent'), 'At Risk After (%)'],
	['weChatTextInsight', 'hotWords', 'periodDays', 'Period (Days)', { textColumn: 'content' }],
	['weChatTextInsight', 'hotWords', option('minTexts'), 'Min Texts', { textColumn: 'content' }],
	['weChatTextInsight', 'analyze', option('unsureBelow'), 'Unsure Below'],
];

describe('fault 2.3: what is no number is told by its label, and nothing comes out', () => {
	it.each(CASES)('%s, %s: %s', async (type, operation, name, label, more = {}) => {
		const [group, own] = name.includes('.') ? name.split('.') : [undefined, name];
		const value = { [own ?? '']: 'soon' };
		const parameters: INodeParameters = {
			operation,
			keepRecordsIn: 'items',
			keywordsFrom: 'json',
			keywords: JSON.stringify([{ keyword: '价格', reply: '16元' }]),
			catalogueFrom: 'json',
			catalogue: JSON.stringify([{ itemId: 'a', title: '龙井' }]),
			...more,
			...(group ? { [group]: value } : value),
		};
		const node = toNode({ name: 'Subject', type, parameters });
		const { error, items } = await runWorkflow([node], [{ json: ITEM }], await testCredentials({}));
		expect(error?.message).toBe(`'${label}' is soon`);
		expect(error?.description).toMatch(/^Enter a (whole )?number /);
		expect(items.Subject ?? []).toEqual([]);
	});
});
