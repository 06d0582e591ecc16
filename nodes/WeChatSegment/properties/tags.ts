import type { INodeProperties } from 'n8n-workflow';

function tagField(label: string, name: string, tag: string): INodeProperties {
	return {
		displayName: `${label} Tag`,
		name: `${name}Tag`,
		type: 'string',
		default: tag,
		required: true,
		placeholder: `e.g. ${tag}`,
	};
}

/** Names of the tags that stand for the segments on the account. */
export const tagFields: INodeProperties[] = [
	tagField('High Value', 'highValue', '高价值'),
	tagField('Potential', 'potential', '潜在'),
	tagField('Dormant', 'dormant', '沉默'),
	tagField('Lost', 'lost', '流失'),
];

export const moreManagedTagsField: INodeProperties = {
	displayName: 'More Managed Tags',
	name: 'moreManagedTags',
	type: 'string',
	default: '',
	placeholder: 'e.g. 活跃用户, 新客',
	description:
		'Comma-separated tags that this node may take away besides those of the segments. All other tags stay as they are.',
};
