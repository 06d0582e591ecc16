import type { INodeProperties } from 'n8n-workflow';
import { nowField, optionsField } from '../../shared/engagement/fields';
import { rowsFields } from '../../shared/engagement/rows';
import { audienceFields, audienceOptions } from './audience';
import { scoreFields, scoreOptions } from './score';
import { showFor } from './show';
import { moreManagedTagsField, tagFields } from './tags';

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Choose Audience',
			value: 'chooseAudience',
			action: 'Choose the audience of a campaign',
			description:
				'Decide whom a campaign writes to now, later or not at all, and by which channel',
		},
		{
			name: 'Compare Runs',
			value: 'compareRuns',
			action: 'Compare two runs',
			description: 'Count how many moved from which segment to which',
		},
		{
			name: 'Measure Lift',
			value: 'measureLift',
			action: 'Measure the lift of a campaign',
			description: 'Compare how many came back of those who were written to and of the hold-out',
		},
		{
			name: 'Score',
			value: 'score',
			action: 'Score followers',
			description:
				'Sort followers into segments by recency, frequency and value of what they did or ordered',
		},
		{
			name: 'Tag Diff',
			value: 'tagDiff',
			action: 'Find the tags to change',
			description: 'Compare wanted with current tags, and give only what has to change',
		},
	],
	default: 'score',
};

const previousFields = rowsFields({
	label: 'Previous Segments',
	name: 'previous',
	hint: 'Rows that the last run stored: openId, segment, pending, pendingRuns, recencyDays, at',
});

const interactionFields = rowsFields({
	label: 'Interactions',
	name: 'interactions',
	hint: 'Rows with openId, kind and at; also the stored rows of earlier runs of the campaign',
});

const currentTagFields = rowsFields({
	label: 'Current Tags',
	name: 'currentTags',
	hint: 'Rows with openId and tags (a list, or text with commas), or stored segment rows',
});

const returnDaysField: INodeProperties = {
	displayName: 'Come Back Within (Days)',
	name: 'returnDays',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 7,
	description: 'Only people count for whom these days are over',
};

export const segmentProperties: INodeProperties[] = [
	OPERATION,
	...showFor(['score'], scoreFields),
	...showFor(['chooseAudience'], audienceFields),
	...showFor(['measureLift'], [returnDaysField]),
	...showFor(['score', 'compareRuns'], previousFields),
	...showFor(['chooseAudience', 'measureLift'], interactionFields),
	...showFor(['tagDiff'], currentTagFields),
	...showFor(['score', 'tagDiff'], tagFields),
	...showFor(['tagDiff'], [moreManagedTagsField]),
	...showFor(['score'], [optionsField(scoreOptions)]),
	...showFor(['chooseAudience'], [optionsField(audienceOptions)]),
	...showFor(['measureLift', 'compareRuns'], [optionsField([nowField])]),
];
