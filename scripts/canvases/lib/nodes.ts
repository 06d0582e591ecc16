import type { INodeProperties } from 'n8n-workflow';
import { RESOURCES as activityResources } from '../../../nodes/WeChatActivity/operations';
import { operations as assistantOperations } from '../../../nodes/WeChatAssistant/operations';
import { operations as campaignOperations } from '../../../nodes/WeChatCampaign/operations';
import { operations as commentOperations } from '../../../nodes/WeChatComments/operations';
import { RESOURCES as contactResources } from '../../../nodes/WeChatContacts/operations';
import { operations as routerOperations } from '../../../nodes/WeChatKeywordRouter/operations';
import { operations as metricsOperations } from '../../../nodes/WeChatMetrics/operations';
import { operations as recommendOperations } from '../../../nodes/WeChatRecommend/operations';
import { operations as segmentOperations } from '../../../nodes/WeChatSegment/operations';
import { operations as slaOperations } from '../../../nodes/WeChatSla/operations';
import { operations as staffOperations } from '../../../nodes/WeChatStaff/operations';
import { operations as insightOperations } from '../../../nodes/WeChatTextInsight/operations';
import { both, type Words } from './words';

const PACKAGE = 'n8n-nodes-wechat-engagement';

/** A value of a parameter: texts for the owner of the canvas come in both languages. */
export type Value =
	| Words
	| boolean
	| number
	| string
	| readonly Value[]
	| { readonly [name: string]: Value };

export type Values = Readonly<Record<string, Value>>;

/** A node as it stands on a canvas. */
export interface CanvasNode {
	name: Words;
	type: string;
	typeVersion: number;
	parameters: Values;
	/** Names of its outputs, in order. */
	outputs: readonly string[];
	credentials?: Values;
	/** Its address is known before it is imported. */
	hasWebhook?: true;
	/** The kind of its connections, where that is not the usual one. */
	connects?: string;
}

/** Settings of a node that are no parameters. */
export type Settings = Pick<Partial<CanvasNode>, 'connects' | 'credentials' | 'hasWebhook'> & {
	executeOnce?: true;
	onError?: 'continueErrorOutput' | 'continueRegularOutput';
};

/** As n8n calls the first credential of a kind, in the package of each language: then it fits by itself. */
const ACCOUNT = {
	weChatOfficialAccountApi: {
		name: both('微信公众号 account', 'WeChat Official Account account'),
	},
};
const ROBOT = {
	weChatStaffRobotApi: { name: both('员工群机器人 account', 'Staff Group Robot account') },
};
/** Forms and pages ask for a name and a password. */
const PASSWORD = {
	httpBasicAuth: { name: both('表单与页面的密码', 'Password of forms and pages') },
};

interface OperationLike {
	option: { value: string };
	properties: readonly INodeProperties[];
	outputs: readonly string[];
}

interface ResourceLike {
	option: { value: string };
	operations: readonly OperationLike[];
}

/** The engagement nodes: those without resources have one without a name. */
const KINDS = {
	Activity: activityResources,
	Assistant: [{ option: { value: '' }, operations: assistantOperations }],
	Campaign: [{ option: { value: '' }, operations: campaignOperations }],
	Comments: [{ option: { value: '' }, operations: commentOperations }],
	Contacts: contactResources,
	KeywordRouter: [{ option: { value: '' }, operations: routerOperations }],
	Metrics: [{ option: { value: '' }, operations: metricsOperations }],
	Recommend: [{ option: { value: '' }, operations: recommendOperations }],
	Segment: [{ option: { value: '' }, operations: segmentOperations }],
	Sla: [{ option: { value: '' }, operations: slaOperations }],
	Staff: [{ option: { value: '' }, operations: staffOperations }],
	TextInsight: [{ option: { value: '' }, operations: insightOperations }],
} satisfies Record<string, readonly ResourceLike[]>;

/** Nodes that know of no account. */
const WITHOUT_ACCOUNT = new Set<string>(['TextInsight']);

function operationOf(kind: keyof typeof KINDS, resource: string, operation: string): OperationLike {
	const resources: readonly ResourceLike[] = KINDS[kind];
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	if (found) return found;
	throw new Error(`${kind} has no operation ${resource} ${operation}`);
}

/**
 * A node of this package that keeps records.
 *
 * @param what `operation`, or `resource.operation`
 * @throws Error for a parameter that the operation does not have
 */
export function own(
	kind: keyof typeof KINDS,
	what: string,
	name: Words,
	parameters: Values = {},
	settings: Settings = {},
): CanvasNode {
	const [operation = '', resource = ''] = what.split('.').reverse();
	const { properties, outputs } = operationOf(kind, resource, operation);
	const known = new Set(properties.map((property) => property.name));
	const unknown = Object.keys(parameters).filter((parameter) => !known.has(parameter));
	if (unknown.length > 0) throw new Error(`${kind} ${what} has no ${unknown.join(', ')}`);
	const credentials =
		kind === 'Staff' && parameters.sendTo !== 'openId' ? { ...ACCOUNT, ...ROBOT } : ACCOUNT;
	return {
		name,
		type: `${PACKAGE}.weChat${kind}`,
		typeVersion: 1,
		parameters: { ...(resource ? { resource } : {}), operation, ...parameters },
		outputs: withErrors(outputs, settings),
		...(WITHOUT_ACCOUNT.has(kind) ? {} : { credentials }),
		...settings,
	};
}

/** Outputs of a node; errors have one of their own where the node is set so. */
const withErrors = (outputs: readonly string[], { onError }: Settings): readonly string[] =>
	onError === 'continueErrorOutput' ? [...outputs, 'Error'] : outputs;

/** An operation of the server API of the account. */
export const action = (
	resource: string,
	operation: string,
	name: Words,
	parameters: Values = {},
	settings: Settings = {},
): CanvasNode => ({
	name,
	type: `${PACKAGE}.weChatOfficialAccount`,
	typeVersion: 1,
	parameters: { resource, operation, ...parameters },
	outputs: withErrors(['Result'], settings),
	credentials: ACCOUNT,
	...settings,
});

/** The trigger, for some kinds of messages and events. */
export const received = (name: Words, parameters: Values = {}): CanvasNode => ({
	name,
	type: `${PACKAGE}.weChatOfficialAccountTrigger`,
	typeVersion: 1.1,
	parameters,
	outputs: ['Item'],
	credentials: ACCOUNT,
	hasWebhook: true,
});

/** A reply to the follower; what the item says when no text is given. */
export const reply = (
	name: Words,
	parameters: Values = {},
	settings: Settings = {},
): CanvasNode => ({
	name,
	type: `${PACKAGE}.weChatReply`,
	typeVersion: 1,
	parameters,
	outputs: ['Result'],
	credentials: ACCOUNT,
	...settings,
});

/** A message to the group of the staff. */
export const tellStaff = (name: Words, parameters: Values = {}): CanvasNode =>
	own('Staff', 'notify', name, parameters);

const core = (
	type: string,
	typeVersion: number,
	name: Words,
	parameters: Values,
	outputs: readonly string[] = ['Result'],
	settings: Settings = {},
): CanvasNode => ({
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	parameters,
	outputs,
	...settings,
});

/** Started by hand. */
export const byHand = (name: Words): CanvasNode => core('manualTrigger', 1, name, {});

const schedule = (name: Words, rule: Values): CanvasNode =>
	core('scheduleTrigger', 1.3, name, { rule: { interval: [rule] } });

export const everyMinutes = (minutesInterval: number, name: Words): CanvasNode =>
	schedule(name, { field: 'minutes', minutesInterval });

/** @param time `HH:MM` */
const clock = (time: string): Values => {
	const [triggerAtHour = 0, triggerAtMinute = 0] = time.split(':').map(Number);
	return { triggerAtHour, triggerAtMinute };
};

export const dailyAt = (time: string, name: Words): CanvasNode =>
	schedule(name, { field: 'days', daysInterval: 1, ...clock(time) });

/** @param weekday 0 is Sunday */
export const weeklyAt = (weekday: number, time: string, name: Words): CanvasNode =>
	schedule(name, { field: 'weeks', weeksInterval: 1, triggerAtDay: [weekday], ...clock(time) });

export const monthlyAt = (day: number, time: string, name: Words): CanvasNode =>
	schedule(name, {
		field: 'months',
		monthsInterval: 1,
		triggerAtDayOfMonth: day,
		...clock(time),
	});

/** Goes on after some hours, also over restarts of n8n. */
export const waitHours = (amount: number, name: Words): CanvasNode =>
	core('wait', 1.1, name, { resume: 'timeInterval', amount, unit: 'hours' });

/** Tells items apart by a text; its outputs are `Yes` and `No`. */
export const isText = (name: Words, leftValue: string, rightValue: Words): CanvasNode =>
	core(
		'if',
		2.2,
		name,
		{
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				conditions: [
					{
						id: 'condition-1',
						leftValue,
						rightValue,
						operator: { type: 'string', operation: 'equals' },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
		['Yes', 'No'],
	);

/** n8n's words above the end of a form, which are English in every form. */
const WITHOUT_HEADER = '#submitted-header { display: none; }';

/**
 * One of a few, all of them in sight: n8n's list says 'Select an option ...' in every language.
 *
 * @param name under which the choice is in the item
 */
export const oneOf = (label: Words, name: string, options: readonly Words[]): Values => ({
	fieldLabel: label,
	fieldName: name,
	fieldType: 'radio',
	fieldOptions: { values: options.map((option) => ({ option })) },
	requiredField: true,
});

/**
 * A form behind a password.
 *
 * @param fields the fields as n8n's form has them
 * @param thanks what is shown at once, where no page follows
 */
export const form = (
	name: Words,
	title: Words,
	description: Words,
	fields: readonly Values[],
	thanks?: Words,
): CanvasNode =>
	core(
		'formTrigger',
		2.5,
		name,
		{
			authentication: 'basicAuth',
			formTitle: title,
			formDescription: description,
			formFields: { values: fields },
			options: {
				appendAttribution: false,
				...(thanks
					? {
							respondWithOptions: { values: { respondWith: 'text', formSubmittedText: thanks } },
							customCss: WITHOUT_HEADER,
						}
					: {}),
			},
		},
		['Result'],
		{ hasWebhook: true, credentials: PASSWORD },
	);

/** Another page of a form, whose fields a node before has made. @param fields their JSON */
export const formPage = (name: Words, title: Words, fields: string): CanvasNode =>
	core(
		'form',
		2.5,
		name,
		{
			operation: 'page',
			defineForm: 'json',
			jsonOutput: fields,
			options: { formTitle: title, buttonLabel: both('提交', 'Submit') },
		},
		['Result'],
		{ hasWebhook: true },
	);

/** What the form shows at the end. */
export const formEnd = (name: Words, title: Value, message: Value): CanvasNode =>
	core('form', 2.5, name, {
		operation: 'completion',
		completionTitle: title,
		completionMessage: message,
		options: {},
	});

const webhook = (name: Words, path: string, access: Values, settings: Settings): CanvasNode =>
	core(
		'webhook',
		2,
		name,
		{ path, ...access, responseMode: 'responseNode', options: {} },
		['Result'],
		{ hasWebhook: true, ...settings },
	);

/** A page behind a password, below a path. */
export const page = (name: Words, path: string): CanvasNode =>
	webhook(name, path, { authentication: 'basicAuth' }, { credentials: PASSWORD });

/** A page for everybody, below a path. */
export const publicPage = (name: Words, path: string): CanvasNode => webhook(name, path, {}, {});

/** The same for a page with forms: its outputs are for what is looked at, and for what is sent from it. */
export const pageWithForms = (name: Words, path: string): CanvasNode => {
	const { parameters, ...looked } = page(name, path);
	const methods = ['GET', 'POST'];
	return {
		...looked,
		parameters: { multipleMethods: true, httpMethod: methods, ...parameters },
		outputs: methods,
	};
};

/** Shows the page that the item has as `html`; browsers keep no copy. @param options more than that */
export const show = (name: Words, options: Values = {}): CanvasNode =>
	core('respondToWebhook', 1.4, name, {
		respondWith: 'text',
		responseBody: '={{ $json.html }}',
		options: {
			responseHeaders: {
				entries: [
					{ name: 'content-type', value: 'text/html; charset=utf-8' },
					{ name: 'cache-control', value: 'no-store' },
					{ name: 'x-frame-options', value: 'DENY' },
				],
			},
			...options,
		},
	});

/**
 * Sends the browser to the next page, so that loading it again does not send the form again. n8n's own redirect takes
 * no address that begins with `?`, and a node does not know under which one it is reached.
 */
export const goOn = (name: Words): CanvasNode =>
	core('respondToWebhook', 1.4, name, {
		respondWith: 'noData',
		options: {
			responseCode: 303,
			responseHeaders: { entries: [{ name: 'location', value: '={{ $json.redirectTo }}' }] },
		},
	});
