import { webhookIdOf } from './canvas.mjs';

/*
 * Who answers what. Every workflow has a trigger of its own, and all of them get every message from the
 * hub, so their filters must not overlap: these patterns are the one place where that is decided.
 */

/** Words that belong to a workflow; keyword replies (04) leave them alone. */
export const COMMANDS = {
	assistant: '^\\s*(小助手|AI助手|ai助手)',
	checkIn: '^\\s*(签到|补签|我的积分|积分排行)\\s*$',
	decision: '^\\s*(同意|驳回)\\s*$',
	group: '^\\s*(进群|入群|加群|已进群)\\s*$',
	lottery: '^\\s*(参加抽奖|刮奖|中奖查询)\\s*$',
	optOut: '^\\s*(退订|[Tt][Dd]|恢复订阅)\\s*$',
	quiz: '^\\s*(答题|我的成绩|退出答题|[A-Da-dＡ-Ｄａ-ｄ])\\s*$',
	submission: '^\\s*投稿',
	vote: '^\\s*(投票|投\\s*[0-9０-９]+)\\s*$',
};

/** One pattern for several commands. */
export const anyOf = (...names) => names.map((name) => `(?:${COMMANDS[name]})`).join('|');

/** Every text that is no command. */
export const NO_COMMAND = `^(?!${Object.values(COMMANDS)
	.map((pattern) => pattern.replace(/^\^/, ''))
	.join('|')})`;

/** Parameters of a trigger that starts for texts of a pattern. */
export const textTrigger = (pattern, options = {}) => ({
	triggerOn: ['text'],
	textCondition: 'regex',
	text: pattern,
	options,
});

const texts = (pattern) => ({ kinds: ['text'], text: pattern });
const events = (...kinds) => ({ kinds: kinds.map((kind) => `event.${kind}`) });

/**
 * The triggers that get what WeChat pushes to the hub: workflow, node, and what their filters let pass.
 * The hub forwards only that: a call to a trigger that would not start is a call for nothing.
 */
const LISTENERS = [
	['02 Comment desk', 'When an article goes out', events('MASSSENDJOBFINISH', 'PUBLISHJOBFINISH')],
	['04 Keyword auto-reply', 'When somebody writes', texts(NO_COMMAND)],
	['06 Keyword game: quiz for prizes', 'When somebody plays', texts(COMMANDS.quiz)],
	['07 Weekly lottery', 'When somebody enters', texts(COMMANDS.lottery)],
	[
		'08 Daily check-in and vote',
		'When somebody checks in or votes',
		texts(anyOf('checkIn', 'vote')),
	],
	['09 Submissions', 'When somebody submits a text', texts(COMMANDS.submission)],
	['09 Submissions', 'When somebody sends a picture', { kinds: ['image'] }],
	['10 Seasonal menu', 'When somebody taps the menu', events('CLICK')],
	['11 Group entry and tags', 'When somebody asks for the group', texts(COMMANDS.group)],
	['11 Group entry and tags', 'When somebody scans a group code', events('subscribe', 'SCAN')],
	[
		'13 Reactivate dormant users',
		'When a follower answers a consent request',
		events(
			'subscribe_msg_popup_event',
			'subscribe_msg_change_event',
			'subscribe_msg_sent_event',
			'TEMPLATESENDJOBFINISH',
		),
	],
	['13 Reactivate dormant users', 'When a follower opts out', texts(COMMANDS.optOut)],
	['15 AI assistant', 'When somebody asks the assistant', texts(COMMANDS.assistant)],
	['15 AI assistant', 'When somebody taps for a recommendation', events('CLICK')],
	['16 Staff approval', 'When a staff member decides', texts(COMMANDS.decision)],
];

/**
 * The hub's *Forward To*. The path of a trigger survives an import, so nothing has to be linked again
 * when a workflow is imported.
 */
export const forwardTo = () => ({
	target: LISTENERS.map(([workflow, node, wants]) => ({
		to: `${webhookIdOf(workflow, node)}/wechat`,
		name: workflow,
		...wants,
	})),
});
