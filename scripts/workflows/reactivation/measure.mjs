import { condition, filterBy, hasField, isTrue, mergeAppend, segment } from '../lib/nodes.mjs';
import { COMMANDS } from '../lib/routing.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { campaignOf } from './common.mjs';

/** Code of the text about the rows of *Measure Lift*: what may be said, and what may not. */
const liftText = (row, name) => `((row) => {
	const percent = (share) => (share * 100).toFixed(1) + '%';
	const points = (share) => (share > 0 ? '+' : '') + (share * 100).toFixed(1);
	const head = '【召回效果】' + ${name} + '：' + row.returnDays + ' 天内回来的人';
	const groups = '触达组 ' + row.treatedReturned + '/' + row.treated + (row.treatedShare === null ? '' : '（' + percent(row.treatedShare) + '）') + '，对照组 ' + row.holdOutReturned + '/' + row.holdOut + (row.holdOutShare === null ? '' : '（' + percent(row.holdOutShare) + '）');
	const verdict = row.difference === null
		? '有一组还没有人，无法比较。'
		: '相差 ' + points(row.difference) + ' 个百分点，95% 区间 ' + points(row.differenceLow) + ' 至 ' + points(row.differenceHigh) + '，p = ' + row.pValue.toFixed(3) + '。' + (row.significant ? (row.difference > 0 ? '差异显著：消息带回了人。' : '差异显著：收到消息的人回来得更少，请停下来检查。') : '差异不显著：人数还少，不能说是消息带来的。');
	const waiting = row.waiting > 0 ? '还有 ' + row.waiting + ' 人未满 ' + row.returnDays + ' 天，之后再算。' : '';
	return [head, groups, verdict, waiting].filter(Boolean).join('\\n');
})(${row})`;

/** Who came back of both groups, seven days after. */
export function measuring(w, store, isMeasuring) {
	const section = w.section(
		'## 10. 看效果\n满七天的人：触达组和对照组各回来多少。回“退订”不算回来；人少就说不显著。',
		{ line: 5 },
	);
	const earlier = section.put('Earlier results', store.get('wechat_campaign_results'), 0, 0);
	const audience = section.put(
		'Audience of campaigns',
		store.get('wechat_audience', [['status', 'neq', 'pending']]),
		0,
		1,
	);
	const concerned = section.put(
		'Of active campaigns',
		filterBy(hasField(), isTrue(campaignOf('$json.campaign', 'isActive'))),
		1,
		1,
	);
	const first = `$('${concerned}').all().reduce((first, { json }) => Math.min(first, json.at.toDateTime().toMillis()), Infinity)`;
	const since = `={{ new Date(${first}).toISOString() }}`;
	const interactions = section.put(
		'Interactions since',
		store.get('wechat_interactions', [['at', 'gte', since]]),
		2,
		0,
	);
	const real = section.put(
		'Without opting out',
		filterBy(condition("={{ $json.text ?? '' }}", 'notRegex', COMMANDS.optOut)),
		3,
		0,
		{ alwaysOutputData: true },
	);
	const orders = section.put(
		'Orders since',
		store.get('wechat_orders', [['at', 'gte', since]]),
		2,
		1,
	);
	const both = section.put('Signs of life', mergeAppend(2), 4, 0);
	const lift = section.put(
		'Measure lift',
		segment({ operation: 'measureLift', returnDays: 7, options: { now: NOW } }),
		5,
		1,
	);
	w.link(isMeasuring, earlier).chain(earlier, audience, concerned, interactions, real);
	w.link(real, both).link(concerned, orders).link(orders, both, { input: 1 });
	w.link(concerned, lift).link(both, lift, { input: 1 });
	const news = section.put(
		'New results',
		filterBy(
			isTrue('$json.treated + $json.holdOut > 0'),
			isTrue(
				`!$('${earlier}').all().some(({ json }) => json.key === $json.key && json.treated === $json.treated && json.holdOut === $json.holdOut)`,
			),
		),
		6,
		1,
	);
	const stored = section.put('Store result', store.upsert('wechat_campaign_results'), 7, 1);
	const tell = section.put(
		'Tell staff the result',
		notifyStaff(liftText('$json', campaignOf('$json.key', 'name'))),
		8,
		1,
	);
	w.chain(lift, news, stored, tell);
}
