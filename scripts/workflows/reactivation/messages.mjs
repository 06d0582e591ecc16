import { locator, wechatApi } from '../lib/nodes.mjs';
import { NOW_CODE } from '../lib/settings.mjs';
import { sentRow } from '../lib/steps.mjs';
import { campaignOf } from './common.mjs';

/** The fields of a template: what the node on the canvas lists once a template is chosen. */
export const templateFields = (fields) => ({
	mappingMode: 'defineBelow',
	value: fields,
	matchingColumns: [],
	schema: Object.keys(fields).map((id) => ({
		id,
		displayName: id,
		required: false,
		defaultMatch: false,
		display: true,
		type: 'string',
		canBeUsedToMatch: false,
	})),
	attemptToConvertTypes: false,
	convertFieldsToString: true,
});

/** Row of a message of the campaign. Unlike an automatic answer it counts for the frequency cap. */
export const recordOf = (row, text, kind) => ({
	...sentRow({
		key: `'campaign:' + ${row}.key`,
		openId: `${row}.openId`,
		at: NOW_CODE,
		text,
	}),
	kind,
	auto: false,
});

/** A service reminder to a row of the audience (code). */
export const reminder = (row) => ({
	...wechatApi('templateMessage', 'send', {
		openId: `={{ ${row}.openId }}`,
		templateId: locator(`={{ ${row}.templateId }}`),
		fields: templateFields({
			thing1: `={{ ${campaignOf(`${row}.campaign`, 'serviceTitle')} }}`,
			thing2: `={{ ${campaignOf(`${row}.campaign`, 'serviceText')} }}`,
		}),
		additionalFields: { clientMsgId: `={{ ${row}.campaign }}` },
	}),
	onError: 'continueErrorOutput',
});
