/** Basic: what happened. Conversion: what came of it. Deep: whether people stay. */
export type Layer = 'basic' | 'conversion' | 'deep';

/** `share` is a fraction (0.18 is 18 %); times are in seconds or days. */
export type Unit = 'count' | 'days' | 'seconds' | 'share';

/** Which way is an improvement. */
export type Better = 'down' | 'up';

/** One metric: what it is called and exactly what it counts. */
export interface MetricDefinition {
	id: string;
	/** In English. */
	name: string;
	/** As shown on the page. */
	label: string;
	layer: Layer;
	unit: Unit;
	better: Better;
	definition: string;
}

/** The layers with their headings, in the order of the page. */
export const LAYERS: ReadonlyArray<{ id: Layer; label: string }> = [
	{ id: 'basic', label: '基础层' },
	{ id: 'conversion', label: '转化层' },
	{ id: 'deep', label: '深层' },
];

/** All metrics in the order in which rows come out. Ids are stable: they stand in people's tables. */
export const METRICS = [
	{
		id: 'reads',
		name: 'Reads',
		label: '阅读人数',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'Readers by day, added up (read_user)',
	},
	{
		id: 'likeRate',
		name: 'Like Rate',
		label: '点赞率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'People who liked (like_user) ÷ readers',
	},
	{
		id: 'shareRate',
		name: 'Share Rate',
		label: '转发率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'People who shared (share_user) ÷ readers',
	},
	{
		id: 'favouriteRate',
		name: 'Favourite Rate',
		label: '收藏率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'People who added to favourites (collection_user) ÷ readers',
	},
	{
		id: 'wowRate',
		name: 'Wow Rate',
		label: '在看率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'People who recommended (zaikan_user) ÷ readers',
	},
	{
		id: 'comments',
		name: 'Comments',
		label: '留言数',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'Comments (comment_count; without statistics, rows of the kind comment)',
	},
	{
		id: 'followers',
		name: 'Followers',
		label: '累计关注',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'Followers on the last day that has a figure (cumulate_user)',
	},
	{
		id: 'newFollowers',
		name: 'New Followers',
		label: '新增关注',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'People who followed (new_user; without statistics, rows of event.subscribe)',
	},
	{
		id: 'lostFollowers',
		name: 'Lost Followers',
		label: '取消关注',
		layer: 'basic',
		unit: 'count',
		better: 'down',
		definition:
			'People who unfollowed (cancel_user; without statistics, rows of event.unsubscribe)',
	},
	{
		id: 'netFollowers',
		name: 'Net Followers',
		label: '净增关注',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'New followers − lost followers',
	},
	{
		id: 'activeUsers',
		name: 'Active Users',
		label: '互动人数',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition:
			'People who did something themselves: wrote, tapped, scanned, followed, commented, took part',
	},
	{
		id: 'messages',
		name: 'Messages',
		label: '消息数',
		layer: 'basic',
		unit: 'count',
		better: 'up',
		definition: 'Messages from followers (msg_count; without statistics, rows of messages)',
	},
	{
		id: 'replyShare',
		name: 'Reply Share',
		label: '回复率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'Conversations and comments of the period that have been answered ÷ all of them',
	},
	{
		id: 'firstResponseMedian',
		name: 'First Response, Median',
		label: '首次响应（中位数）',
		layer: 'basic',
		unit: 'seconds',
		better: 'down',
		definition:
			'Median time to the first answer by a person, of first answers given in the period; automatic answers do not count',
	},
	{
		id: 'firstResponseP90',
		name: 'First Response, P90',
		label: '首次响应（P90）',
		layer: 'basic',
		unit: 'seconds',
		better: 'down',
		definition: 'Nine of ten first answers by a person were at least this fast',
	},
	{
		id: 'slaMet',
		name: 'SLA Met',
		label: 'SLA 达标率',
		layer: 'basic',
		unit: 'share',
		better: 'up',
		definition: 'SLA clocks of the period that were met ÷ those met or breached',
	},
	{
		id: 'activityParticipationRate',
		name: 'Activity Participation Rate',
		label: '活动参与率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition:
			'People who took part in an activity ÷ people told about it, or without such rows the followers at the start',
	},
	{
		id: 'menuClickRate',
		name: 'Menu Click Rate',
		label: '菜单点击率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition: 'People who tapped the menu ÷ active people',
	},
	{
		id: 'menuConversionRate',
		name: 'Menu Conversion Rate',
		label: '菜单转化率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition: 'Of people who tapped the menu, those who reached a goal within 24 hours',
	},
	{
		id: 'autoResolutionRate',
		name: 'Auto-Resolution Rate',
		label: '自动解决率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition:
			'Of conversations first answered automatically, those without a person, a repeated question or an open message within 24 hours',
	},
	{
		id: 'handOverRate',
		name: 'Hand-Over Rate',
		label: '转人工率',
		layer: 'conversion',
		unit: 'share',
		better: 'down',
		definition: 'Conversations that went to a person within 24 hours ÷ all conversations',
	},
	{
		id: 'groupJoinRate',
		name: 'Group Join Rate',
		label: '入群率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition: 'Of people shown the way into a group, those who joined within 24 hours',
	},
	{
		id: 'couponUseRate',
		name: 'Coupon Use Rate',
		label: '优惠券核销率',
		layer: 'conversion',
		unit: 'share',
		better: 'up',
		definition: 'Of people given a coupon, those who used one within 7 days',
	},
	{
		id: 'averageStay',
		name: 'Average Stay',
		label: '平均停留时长',
		layer: 'deep',
		unit: 'seconds',
		better: 'up',
		definition:
			'Average reading time (read_avg_activetime) of articles published in the period, weighted by readers',
	},
	{
		id: 'interactionGapMedian',
		name: 'Interaction Gap, Median',
		label: '互动间隔（中位数）',
		layer: 'deep',
		unit: 'days',
		better: 'down',
		definition:
			'Median over people of their own median gap between active days, 90 days to the end of the period',
	},
	{
		id: 'interactionGapP90',
		name: 'Interaction Gap, P90',
		label: '互动间隔（P90）',
		layer: 'deep',
		unit: 'days',
		better: 'down',
		definition: 'For nine of ten people the own median gap is at most this long',
	},
	{
		id: 'dormantShare',
		name: 'Dormant Share',
		label: '沉默用户占比',
		layer: 'deep',
		unit: 'share',
		better: 'down',
		definition:
			'Known followers silent for 30 days and for twice their own gap ÷ known followers, at the end of the period',
	},
	{
		id: 'churnWarnings',
		name: 'Churn Warnings',
		label: '流失预警人数',
		layer: 'deep',
		unit: 'count',
		better: 'down',
		definition:
			'Followers with 3 or more active days who are silent for 14 days and 1.5 times their own gap, not yet dormant',
	},
	{
		id: 'secondInteractionRate',
		name: 'Second Interaction Rate',
		label: '7 日内二次互动率',
		layer: 'deep',
		unit: 'share',
		better: 'up',
		definition: 'Of people active a week before, those active again on a later day within 7 days',
	},
	{
		id: 'retentionDay1',
		name: 'Retention, Day 1',
		label: '次日留存',
		layer: 'deep',
		unit: 'share',
		better: 'up',
		definition: 'Of people whose day after following lies in the period, those active on it',
	},
	{
		id: 'retentionDay7',
		name: 'Retention, Day 7',
		label: '7 日留存',
		layer: 'deep',
		unit: 'share',
		better: 'up',
		definition: 'Of people whose 7th day after following lies in the period, those active on it',
	},
	{
		id: 'retentionDay30',
		name: 'Retention, Day 30',
		label: '30 日留存',
		layer: 'deep',
		unit: 'share',
		better: 'up',
		definition: 'Of people whose 30th day after following lies in the period, those active on it',
	},
	{
		id: 'segmentUpShare',
		name: 'Segment Up Share',
		label: '分层上升占比',
		layer: 'deep',
		unit: 'share',
		better: 'up',
		definition: 'People who ended in a better segment than they began in ÷ people with both',
	},
	{
		id: 'segmentDownShare',
		name: 'Segment Down Share',
		label: '分层下降占比',
		layer: 'deep',
		unit: 'share',
		better: 'down',
		definition: 'People who ended in a worse segment than they began in ÷ people with both',
	},
] as const satisfies readonly MetricDefinition[];

/**
 * Targets to begin with: numbers to aim at, taken from no account's figures. By metric, in its unit.
 */
export const DEFAULT_TARGETS: ReadonlyArray<{ metric: MetricId; value: number }> = [
	{ metric: 'menuClickRate', value: 0.18 },
	{ metric: 'replyShare', value: 0.92 },
	{ metric: 'activityParticipationRate', value: 0.35 },
];

export type MetricId = (typeof METRICS)[number]['id'];

const BY_ID = new Map<string, MetricDefinition>(METRICS.map((metric) => [metric.id, metric]));

/** The definition of a metric; undefined for one that is not ours. */
export function definitionOf(id: string): MetricDefinition | undefined {
	return BY_ID.get(id);
}
