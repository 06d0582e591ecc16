const OWN = 'n8n-nodes-wechat-engagement';
const CREDENTIALS = { weChatOfficialAccountApi: { name: 'WeChat account' } };

const core = (type, typeVersion, parameters = {}) => ({
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	parameters,
});

const own = (name, parameters, typeVersion = 1) => ({
	type: `${OWN}.${name}`,
	typeVersion,
	parameters,
});

const caller = (name, parameters, typeVersion) => ({
	...own(name, parameters, typeVersion),
	credentials: CREDENTIALS,
});

/** The package's own nodes. */
export const wechatTrigger = (parameters) => ({
	...caller('weChatOfficialAccountTrigger', parameters, 1.1),
	webhook: true,
});
export const wechatReply = (text, parameters = {}) =>
	caller('weChatReply', { replyType: 'text', text, ...parameters });
/** A reply that is no text: `image`, `transferCustomerService`, `none` … */
export const wechatReplyAs = (replyType, parameters = {}) =>
	caller('weChatReply', { replyType, ...parameters });
export const wechatApi = (resource, operation, parameters = {}) =>
	caller('weChatOfficialAccount', { resource, operation, ...parameters });
export const keywordRouter = ({ operation, ...parameters }) =>
	own('weChatKeywordRouter', {
		operation,
		...(operation === 'learn' ? {} : { keepRecordsIn: 'items' }),
		...parameters,
	});
export const textInsight = (parameters) => own('weChatTextInsight', parameters);
/** These know of no other store than the canvas. */
const ALWAYS_ON_CANVAS = new Set([
	'check',
	'close',
	'commit',
	'cutTickets',
	'pickTicket',
	'verify',
]);
const onCanvas = (operation) => (ALWAYS_ON_CANVAS.has(operation) ? {} : { keepRecordsIn: 'items' });
export const activity = (resource, operation, parameters = {}) =>
	own('weChatActivity', { resource, operation, ...onCanvas(operation), ...parameters });
export const sla = (parameters) => own('weChatSla', parameters);
export const segment = (parameters) => own('weChatSegment', parameters);
export const metrics = (parameters) => own('weChatMetrics', parameters);
export const recommend = (parameters) => own('weChatRecommend', parameters);

/** A resource locator filled by hand. */
export const locator = (value, mode = 'id') => ({ __rl: true, mode, value });

/** n8n's nodes. */
export const manualTrigger = () => core('manualTrigger', 1);
export const schedule = (...interval) => core('scheduleTrigger', 1.3, { rule: { interval } });
export const everyMinutes = (minutes) => schedule({ field: 'minutes', minutesInterval: minutes });
export const dailyAt = (hour, minute = 0) =>
	schedule({ field: 'days', daysInterval: 1, triggerAtHour: hour, triggerAtMinute: minute });
/** Weekday 0 is Sunday. */
export const weeklyAt = (weekday, hour, minute = 0) =>
	schedule({
		field: 'weeks',
		weeksInterval: 1,
		triggerAtDay: [weekday],
		triggerAtHour: hour,
		triggerAtMinute: minute,
	});
export const monthlyAt = (day, hour, minute = 0) =>
	schedule({
		field: 'months',
		monthsInterval: 1,
		triggerAtDayOfMonth: day,
		triggerAtHour: hour,
		triggerAtMinute: minute,
	});

function typeOf(value) {
	if (typeof value === 'boolean') return 'boolean';
	if (typeof value === 'number') return 'number';
	return typeof value === 'object' ? 'object' : 'string';
}

/**
 * Edit Fields: `{ name: value }`, or `{ name: [type, value] }` where the type is not that of a text.
 *
 * @param keep whether the incoming fields stay
 */
export const setFields = (fields, { keep = false } = {}) =>
	core('set', 3.4, {
		assignments: {
			assignments: Object.entries(fields).map(([name, entry], position) => {
				const [type, value] = Array.isArray(entry) ? entry : [typeOf(entry), entry];
				return { id: `field-${position + 1}`, name, type, value };
			}),
		},
		includeOtherFields: keep,
		options: {},
	});

/** The same, but of the incoming fields only those of a list stay, as far as they are there. */
export const setFieldsKeeping = (fields, names) => {
	const node = setFields(fields, { keep: true });
	return {
		...node,
		parameters: { ...node.parameters, include: 'selected', includeFields: names.join(', ') },
	};
};

/** Edit Fields that gives a list of rows, to be split. */
export const listOf = (rows) =>
	core('set', 3.4, { mode: 'raw', jsonOutput: JSON.stringify({ rows }, null, 2), options: {} });

/** One comparison: left, operation, right. Operations without a right side: exists, empty, true … */
export function condition(left, operation, right, type = typeOf(right ?? '')) {
	const singleValue = right === undefined;
	return {
		leftValue: left,
		rightValue: right ?? '',
		operator: { type, operation, ...(singleValue ? { singleValue } : {}) },
	};
}

/** A condition that code holds. */
export const isTrue = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');

/** A condition that a field of the item holds something. */
export const hasField = (field = 'key') => condition(`={{ $json.${field} }}`, 'notEmpty');

/** A condition that this run began, or has passed, at a node. */
export const hasRun = (node) => isTrue(`$('${node}').isExecuted`);

const conditions = (list, combinator = 'and') => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	conditions: list.map((entry, position) => ({ id: `condition-${position + 1}`, ...entry })),
	combinator,
});

export const ifAll = (...list) => core('if', 2.2, { conditions: conditions(list), options: {} });
export const ifAny = (...list) =>
	core('if', 2.2, { conditions: conditions(list, 'or'), options: {} });
export const filterBy = (...list) =>
	core('filter', 2.2, { conditions: conditions(list), options: {} });

/**
 * Switch by rules: `{ output name: condition }`; what matches none leaves by the last output, if named.
 *
 * @param sendsToAll whether an item leaves by every output whose rule it matches, not only by the first
 */
export const switchBy = (rules, { fallback, sendsToAll = false } = {}) =>
	core('switch', 3.2, {
		rules: {
			values: Object.entries(rules).map(([outputKey, rule]) => ({
				conditions: conditions([rule].flat()),
				renameOutput: true,
				outputKey,
			})),
		},
		options: {
			...(fallback ? { fallbackOutput: 'extra', renameFallbackOutput: fallback } : {}),
			...(sendsToAll ? { allMatchingOutputs: true } : {}),
		},
	});

export const httpPostJson = (url, jsonBody) =>
	core('httpRequest', 4.2, {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: { timeout: 10_000 },
	});

export const splitOut = (field, options = {}) =>
	core('splitOut', 1, { fieldToSplitOut: field, options });
export const limitTo = (maxItems) => core('limit', 1, { maxItems });
export const aggregateAll = (field = 'items') =>
	core('aggregate', 1, {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: field,
		options: {},
	});
export const removeDuplicatesBy = (fields) =>
	core('removeDuplicates', 2, { compare: 'selectedFields', fieldsToCompare: fields, options: {} });
export const sortBy = (fieldName, order = 'ascending') =>
	core('sort', 1, { sortFieldsUi: { sortField: [{ fieldName, order }] }, options: {} });
/**
 * Summarize: one item per combination of `by`, with `count_<field>`, `unique_count_<field>`, …
 *
 * @param values pairs of aggregation and field
 */
export const summarize = (by, ...values) =>
	core('summarize', 1.1, {
		fieldsToSummarize: {
			values: values.map(([aggregation, field]) => ({ aggregation, field })),
		},
		fieldsToSplitBy: by,
		options: {},
	});
export const batches = (batchSize) => core('splitInBatches', 3, { batchSize, options: {} });
export const mergeAppend = (numberInputs = 2) =>
	core('merge', 3.1, { mode: 'append', numberInputs });
/**
 * Adds to the items of input 1 the fields of the item of input 2 with the same values in some fields,
 * which at least one item of both inputs has to have.
 *
 * @param fields the name of the field, or `{ name in input 1: name in input 2 }`
 * @param keepsOwn whether fields that both have stay as they are
 */
export const enrichBy = (fields, { keepsOwn = false } = {}) =>
	core('merge', 3.1, {
		mode: 'combine',
		combineBy: 'combineByFields',
		...(typeof fields === 'string'
			? { advanced: false, fieldsToMatchString: fields }
			: {
					advanced: true,
					mergeByFields: {
						values: Object.entries(fields).map(([field1, field2]) => ({ field1, field2 })),
					},
				}),
		joinMode: 'enrichInput1',
		options: keepsOwn
			? {
					clashHandling: { values: { resolveClash: 'preferInput1' } },
					multipleMatches: 'first',
				}
			: {},
	});
export const noOperation = () => core('noOp', 1);
export const waitFor = (amount, unit = 'seconds') =>
	core('wait', 1.1, { resume: 'timeInterval', amount, unit });
export const webhook = (path, parameters = {}) => ({
	...core('webhook', 2, { path, ...parameters }),
	webhook: true,
});
export const respondText = (body, responseCode = 200) =>
	core('respondToWebhook', 1.4, {
		respondWith: 'text',
		responseBody: body,
		options: {
			responseCode,
			responseHeaders: { entries: [{ name: 'content-type', value: 'text/plain; charset=utf-8' }] },
		},
	});
export const respondHtml = (body) =>
	core('respondToWebhook', 1.4, {
		respondWith: 'text',
		responseBody: body,
		options: {
			responseHeaders: { entries: [{ name: 'content-type', value: 'text/html; charset=utf-8' }] },
		},
	});
export const coreNode = core;
