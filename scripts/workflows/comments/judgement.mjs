import { enrichBy, filterBy, isTrue, setFields, sla, textInsight } from '../lib/nodes.mjs';
import { TIME, before, item, slaFields } from '../lib/service.mjs';
import { POLICIES } from './common.mjs';

/** Below this confidence a person decides. */
const UNSURE_BELOW = 0.6;
/** Comments that are older when they are found were answered, or not, by somebody else. */
const OLD_AFTER_HOURS = 48;

const IS_QUESTION =
	"($json.insight.isQuestion && ($json.insight.sentiment !== 'positive' || /[?？]|吗|呢|怎|如何|多少|什么|哪|能不能/.test($json.content)))";
const REASON = [
	["$json.insight.sentiment === 'negative'", 'negative'],
	["$json.insight.urgency === 'high'", 'urgent'],
	['$json.insight.sensitiveWords.length > 0', 'sensitive'],
	[`$json.insight.confidence < ${UNSURE_BELOW}`, 'unsure'],
	// Whoever waits for a parcel or an answer is not helped by the library.
	['/还没|还不|一直[没不]|没收到|没到|没人|不发货|催/.test($json.content)', 'waiting'],
].reduceRight((rest, [test, reason]) => `${test} ? '${reason}' : ${rest}`, "''");

export function judgement(w, store, isNew) {
	const s = w.section(
		'## 5. 判断与分级\n情绪、意图、紧急程度；负面、VIP、咨询、其他；截止时间按上班时间和节假日算。',
		{ line: 3 },
	);
	const withWriter = s.put('With its writer', enrichBy('openId', { keepsOwn: true }), 2, 1);
	w.link(isNew, withWriter).chain(
		isNew,
		s.put(
			'Who wrote it',
			store.get('wechat_contacts', [['openId', 'eq', "={{ $json.openId || '-' }}"]], {
				once: false,
			}),
			0,
			1,
		),
		s.put(
			'Writer',
			setFields({
				openId: "={{ $json.openId ?? '-' }}",
				contactTier: "={{ $json.tier ?? '' }}",
				isFollower: ['boolean', '={{ $json.isFollower ?? false }}'],
			}),
			1,
			1,
		),
	);
	w.link('Writer', withWriter, { input: 1 });
	w.chain(
		withWriter,
		s.put('Is it a follower?', filterBy(isTrue('$json.isFollower ?? false')), 3),
		s.put(
			'Record interaction',
			store.put('wechat_interactions', {
				key: "={{ 'comment:' + $json.key }}",
				openId: '={{ $json.openId }}',
				kind: 'comment',
				at: '={{ $json.commentedAt }}',
				text: '={{ $json.content }}',
				articleId: "={{ $json.msgDataId + '_' + ($json.articleIndex + 1) }}",
				points: 0,
				auto: false,
			}),
			4,
		),
	);
	const mood = s.put(
		'Read the mood',
		textInsight({
			operation: 'analyze',
			// A picture without words is no error.
			text: "={{ $json.content || '…' }}",
			options: { unsureBelow: UNSURE_BELOW },
		}),
		3,
		1,
	);
	const reason = s.put(
		'Does it need a person?',
		setFields(
			{
				reason: `={{ ${REASON} }}`,
				isQuestion: ['boolean', `={{ ${IS_QUESTION} }}`],
				isOld: ['boolean', `={{ $json.commentedAt < ${before({ hours: OLD_AFTER_HOURS })} }}`],
			},
			{ keep: true },
		),
		4,
		1,
	);
	w.link(withWriter, mood);
	[0, 1, 2, 3].forEach((output) => w.link(mood, reason, { output }));
	const tier = s.put(
		'Tier',
		setFields(
			{
				tier: "={{ ['negative', 'urgent'].includes($json.reason) ? 'negative' : $json.contactTier === 'vip' ? 'vip' : $json.isQuestion || $json.reason === 'waiting' ? 'question' : 'other' }}",
			},
			{ keep: true },
		),
		5,
		1,
	);
	const deadline = s.put(
		'Deadline',
		sla({
			operation: 'calculateDeadline',
			start: '={{ $json.commentedAt }}',
			tier: '={{ $json.tier }}',
			channel: 'comment',
			metrics: ['firstResponse'],
			...slaFields(POLICIES),
			options: { now: `={{ ${TIME} }}` },
		}),
		6,
		1,
	);
	const judged = s.put(
		'Judged comment',
		item("{ ...$('Tier').item.json, dueAt: $json.dueAt }"),
		7,
		1,
	);
	w.chain(reason, tier, deadline, judged);
	return judged;
}
