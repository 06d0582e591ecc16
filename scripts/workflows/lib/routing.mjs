import { webhookIdOf } from './canvas.mjs';

/*
 * Who answers what. Every workflow has a trigger of its own, and all of them get every message from the
 * hub, so their filters must not overlap: these patterns are the one place where that is decided.
 */

/** Words that belong to a workflow; keyword replies (04) leave them alone. */
export const COMMANDS = {
	assistant: '^\\s*(小助手|AI助手|ai助手)',
	checkIn: '^\\s*(签到|补签|我的积分|积分排行)\\s*$',
	decision: '^\\s*(同意|驳回)',
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

/** The triggers that get what WeChat pushes to the hub: workflow and node. */
const LISTENERS = [
	['02 Comment desk', 'When an article goes out'],
	['04 Keyword auto-reply', 'When somebody writes'],
	['06 Keyword game: quiz for prizes', 'When somebody plays'],
	['07 Weekly lottery', 'When somebody enters'],
	['08 Daily check-in and vote', 'When somebody checks in or votes'],
	['09 Submissions', 'When somebody submits a text'],
	['09 Submissions', 'When somebody sends a picture'],
	['10 Seasonal menu', 'When somebody taps the menu'],
	['11 Group entry and tags', 'When somebody asks for the group'],
	['11 Group entry and tags', 'When somebody scans a group code'],
	['13 Reactivate dormant users', 'When a follower answers a consent request'],
	['13 Reactivate dormant users', 'When a follower opts out'],
	['15 AI assistant', 'When somebody asks the assistant'],
	['15 AI assistant', 'When somebody taps for a recommendation'],
	['16 Staff approval', 'When a staff member decides'],
];

/**
 * The hub's *Forward To*. The path of a trigger survives an import, so nothing has to be linked again
 * when a workflow is imported.
 */
export const forwardTo = () => ({
	target: LISTENERS.map(([workflow, node]) => ({
		to: `${webhookIdOf(workflow, node)}/wechat`,
		name: workflow,
	})),
});
