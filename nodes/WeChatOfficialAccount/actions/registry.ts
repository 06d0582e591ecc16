import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from './operation';
import { account } from './account';
import { broadcast } from './broadcast';
import { comment } from './comment';
import { customerService } from './customerService';
import { customerServiceMessage } from './customerServiceMessage';
import { draft } from './draft';
import { jsSdk } from './jsSdk';
import { language } from './language';
import { media } from './media';
import { menu } from './menu';
import { publish } from './publish';
import { qrCode } from './qrCode';
import { shortLink } from './shortLink';
import { statistics } from './statistics';
import { subscriptionNotice } from './subscriptionNotice';
import { tag } from './tag';
import { templateMessage } from './templateMessage';
import { user } from './user';
import { webAuthorization } from './webAuthorization';

/** Every resource, in the order of the list (alphabetical by name, as n8n wants it). */
export const resources: Resource[] = [
	account,
	broadcast,
	comment,
	customerService,
	customerServiceMessage,
	draft,
	jsSdk,
	language,
	media,
	menu,
	publish,
	qrCode,
	shortLink,
	statistics,
	subscriptionNotice,
	tag,
	templateMessage,
	user,
	webAuthorization,
];

const DEFAULT_RESOURCE = customerServiceMessage.option.value;

function operationSelector({ option, operations, ...resource }: Resource): INodeProperties {
	const defaultOperation = (resource.defaultOperation ?? operations[0])?.option.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: defaultOperation,
	};
}

function noticeOf({ option, notice }: Resource): INodeProperties[] {
	if (!notice) return [];
	return [
		{
			displayName: notice,
			name: `${option.value}Notice`,
			type: 'notice',
			default: '',
			displayOptions: { show: { resource: [option.value] } },
		},
	];
}

function fieldsOf({ option, operations }: Resource): INodeProperties[] {
	return operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [option.value], operation: [operation.option.value] } },
			operation.properties,
		),
	);
}

/** All fields of the node: the two selectors first, then what the chosen operation needs. */
export function actionProperties(): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ option }) => option),
			default: DEFAULT_RESOURCE,
		},
		...resources.map(operationSelector),
		...resources.flatMap(noticeOf),
		...resources.flatMap(fieldsOf),
	];
}

/** The operation with these ids; undefined when there is none. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
}
