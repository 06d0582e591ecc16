import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	enrichBy,
	filterBy,
	hasField,
	isTrue,
	locator,
	manualTrigger,
	mergeAppend,
	segment,
	setFields,
	wechatApi,
	weeklyAt,
} from './lib/nodes.mjs';
import { SEGMENT_NAMES_CODE, SEGMENT_TAGS } from './lib/segments.mjs';
import { NOW, SETTINGS, SHANGHAI_CODE } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';

/** WeChat Segment looks back this far for frequency and value. */
const DAYS = 90;
/** Output of *Score*. */
const ROWS_TO_STORE = 4;
const TAGS = Object.values(SEGMENT_TAGS);

const since = `={{ ${SHANGHAI_CODE}.startOf('day').minus({ days: ${DAYS} }).toISO() }}`;
const week = `${SHANGHAI_CODE}.startOf('week').toFormat('yyyy-MM-dd')`;
const failed = (node) =>
	`($('${node}').isExecuted ? $('${node}').all().filter(({ json }) => json.error).length : 0)`;
const done = (node) =>
	`($('${node}').isExecuted ? $('${node}').all().filter(({ json }) => !json.error).length : 0)`;

/** What the staff read: figures beside the last run, who moved, what became of the tags. */
const SUMMARY = `(() => {
	const names = ${SEGMENT_NAMES_CODE};
	const moves = $('Compare runs').all().map(({ json }) => json);
	const sum = (side, segment) => moves.filter((move) => move[side] === segment).reduce((total, { count }) => total + count, 0);
	const figures = ${JSON.stringify(Object.keys(SEGMENT_TAGS))}.map((segment) => names[segment] + ' ' + sum('to', segment) + '（上次 ' + sum('from', segment) + '）');
	const moved = moves.filter(({ from, to }) => from !== to).map(({ from, to, count }) => names[from] + '→' + names[to] + ' ' + count + ' 人');
	const failures = ${failed('Tag users')} + ${failed('Untag users')};
	return [
		'【每周用户分层】' + ${SHANGHAI_CODE}.toFormat('M 月 d 日'),
		figures.join('，'),
		'变动：' + (moved.join('，') || '无'),
		'标签：加上 ' + ${done('Tag users')} + ' 个，去掉 ' + ${done('Untag users')} + ' 个' + (failures > 0 ? '，失败 ' + failures + ' 个（下次运行自动补上）' : ''),
	].join('\\n');
})()`;

function reading(w, store) {
	const section = w.section(
		`## 1. 读数据\n公众号上现有的标签、${DAYS} 天内的互动和订单、联系人、上次的分层。`,
		{ line: 0 },
	);
	const schedule = section.put('Every Monday at three', weeklyAt(1, 3), 0, 0);
	const byHand = section.put('When run by hand', manualTrigger(), 0, 1);
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	w.link(schedule, settings).link(byHand, settings);

	const tags = [
		section.put('Tags of the account', wechatApi('tag', 'getMany', { returnAll: true }), 2, 0, {
			executeOnce: true,
		}),
		section.put(
			'Tags of the segments',
			filterBy(isTrue(`${JSON.stringify(TAGS)}.includes($json.name)`)),
			3,
			0,
			// Before the first run the account has none of them.
			{ alwaysOutputData: true },
		),
		section.put(
			'Followers of the tags',
			wechatApi('tag', 'getTagFollowers', {
				tag: locator("={{ $json.id ?? '' }}"),
				returnAll: true,
			}),
			4,
			0,
			{ onError: 'continueRegularOutput' },
		),
		section.put(
			'Name the tags',
			setFields({
				openId: "={{ $json.openId ?? '' }}",
				tag: "={{ $('Tags of the segments').all().find(({ json }) => json.id === $json.tagId)?.json.name ?? '' }}",
			}),
			5,
			0,
		),
		section.put('Current tags', filterBy(hasField('openId')), 6, 0, {
			alwaysOutputData: true,
		}),
	];
	w.link(settings, tags[0]).chain(...tags);

	const rows = section.put('Everything known', mergeAppend(3), 3, 2);
	[
		section.put('Interactions', store.get('wechat_interactions', [['at', 'gte', since]]), 2, 1),
		section.put('Orders', store.get('wechat_orders', [['at', 'gte', since]]), 2, 2),
		section.put('Contacts', store.get('wechat_contacts'), 2, 3),
	].forEach((name, input) => w.link(settings, name).link(name, rows, { input }));

	const previous = section.put('Previous segments', store.get('wechat_segments'), 2, 4);
	w.link(settings, previous);
	return { rows, previous, currentTags: tags.at(-1) };
}

export default (store) => {
	const w = new Canvas({
		name: '12 Weekly RFM segments',
		overview: `### How it works
每周一凌晨三点，按最近一次互动（R）、${DAYS} 天内活跃天数（F）、消费或互动积分（M）把关注者分成四层：高价值、潜在、沉默、流失。

连续两周结果相同才换层，避免来回跳；沉默或流失的人一回来，当周就换。同一周内多次运行只算一次，可以放心手动运行。

- 结果存 wechat_segments，换层记录存 wechat_segment_history，联系人的 segment 同步更新；
- 与公众号上的标签对比，只改有变化的人；没有的标签自动建立；上次没打成的，这次补上；
- 把各层人数、变动和标签结果发到员工群。

微信不提供阅读、转发、点赞的个人数据，分层只看用户在公众号里的互动和订单。

### Setup
1. 先运行 00，并用 01 积累互动。
2. 选择凭证（需已认证的公众号）。
3. 有商城时，把订单写入 wechat_orders（金额以分为单位）；没有就留空，用互动积分。
4. 手动运行一次看结果，再发布。
5. 要改天数或标签名，打开 Score followers 和 Find changed tags，两处标签名要一致。`,
	});
	const { rows, previous, currentTags } = reading(w, store);

	const scoring = w.section('## 2. 分层\n打分、定层，并放在上次的结果旁边对比。', { line: 0 });
	const last = scoring.put(
		'Last segments',
		setFields({ key: "={{ $json.key ?? '' }}", previousSegment: "={{ $json.segment ?? '' }}" }),
		0,
		1,
	);
	const score = scoring.put(
		'Score followers',
		segment({
			operation: 'score',
			keepRecordsIn: 'items',
			options: { now: NOW, runsPer: 'week' },
		}),
		0,
		2,
	);
	const compared = scoring.put('Beside the last run', enrichBy('key'), 1, 1);
	w.link(rows, score).link(previous, last).link(previous, score, { input: 1 });
	w.link(score, compared, { output: ROWS_TO_STORE }).link(last, compared, { input: 1 });

	const moving = w.section('## 3. 换层的人\n更新联系人，记一笔换层。', { line: 1 });
	const moved = moving.put(
		'Moved',
		filterBy(condition('={{ $json.segment }}', 'notEquals', "={{ $json.previousSegment ?? '' }}")),
		0,
	);
	const contact = moving.put(
		'Update contact',
		store.update('wechat_contacts', [['key', 'eq', '={{ $json.openId }}']], {
			segment: '={{ $json.segment }}',
		}),
		1,
	);
	const history = moving.put(
		'Record move',
		store.put('wechat_segment_history', {
			key: `={{ ${week} + ':' + $json.openId }}`,
			openId: '={{ $json.openId }}',
			week: `={{ ${week} }}`,
			fromSegment: "={{ $json.previousSegment ?? '' }}",
			toSegment: '={{ $json.segment }}',
			at: '={{ $json.at }}',
		}),
		1,
		1,
	);
	w.chain(compared, moved, contact).link(moved, history);

	const tagging = w.section(
		'## 4. 标签\n只改有变化的人，50 人一次。微信说部分失败的，节点自动再试。',
		{ line: 2 },
	);
	const diff = tagging.put('Find changed tags', segment({ operation: 'tagDiff' }), 0);
	const change = (operation, more = {}) => ({
		...wechatApi('tag', operation, {
			tag: locator('={{ $json.tag }}', 'name'),
			openIds: '={{ $json.openId }}',
			...more,
		}),
		// One follower who cannot be tagged must not hold up the others.
		onError: 'continueRegularOutput',
	});
	const untag = tagging.put('Untag users', change('untagUsers'), 1, 0);
	const tag = tagging.put('Tag users', change('tagUsers', { createIfMissing: true }), 1, 1);
	w.link(compared, diff).link(currentTags, diff, { input: 1 });
	w.link(diff, tag, { output: 0 }).link(diff, untag, { output: 1 });

	const finish = w.section('## 5. 存结果、通知\n最后才存，中途断了再跑一次即可。', { line: 3 });
	const stored = finish.put('Store segments', store.upsert('wechat_segments'), 0);
	const compare = finish.put(
		'Compare runs',
		segment({ operation: 'compareRuns', options: { now: NOW } }),
		1,
	);
	const tell = finish.put('Tell staff', notifyStaff(SUMMARY), 2, 0, { executeOnce: true });
	w.link(score, stored, { output: ROWS_TO_STORE });
	w.chain(stored, compare, tell).link(previous, compare, { input: 1 });
	return w;
};
