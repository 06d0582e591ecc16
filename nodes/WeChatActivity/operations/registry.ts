import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { checkIn } from './checkIn';
import { compliance } from './compliance';
import { leaderboard } from './leaderboard';
import { lottery } from './lottery';
import type { ActivityOperation, ActivityResource } from './operation';
import { points } from './points';
import { quiz } from './quiz';
import { submission } from './submission';
import { vote } from './vote';

/** Every resource, in the order of the list (alphabetical by name, as n8n wants it). */
export const activityResources: ActivityResource[] = [
	checkIn,
	compliance,
	leaderboard,
	lottery,
	points,
	quiz,
	submission,
	vote,
];

const DEFAULT_RESOURCE = checkIn.option.value;

function operationSelector({ option, operations, ...resource }: ActivityResource): INodeProperties {
	const defaultOperation = resource.defaultOperation.option.value;
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

function fieldsOf({ option, operations }: ActivityResource): INodeProperties[] {
	return operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [option.value], operation: [operation.option.value] } },
			operation.properties,
		),
	);
}

/** All fields of the node. */
export function activityProperties(): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: activityResources.map(({ option }) => option),
			default: DEFAULT_RESOURCE,
		},
		...activityResources.map(operationSelector),
		...activityResources.flatMap(fieldsOf),
	];
}

/** The operation with these ids; undefined when there is none. */
export function findOperation(resource: string, operation: string): ActivityOperation | undefined {
	return activityResources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
}
