import isEqual from 'lodash/isEqual';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What the lists of a node need to know of one thing it can do. */
export interface ListedOperation {
	/** How it shows in the list: name, stable id, action, description. */
	option: INodePropertyOptions & { value: string; action: string };
	/** Its fields. When to show them is added here. */
	properties: INodeProperties[];
}

/** A group of operations. */
export interface ListedResource<Operation extends ListedOperation> {
	option: INodePropertyOptions & { value: string };
	/** Shown above the fields: what a person has to know before. */
	notice?: string;
	operations: Operation[];
	/** The one chosen at first; the first of the list, when it is absent. */
	defaultOperation?: Operation;
}

type AnyResource = ListedResource<ListedOperation>;

function operationSelector({ option, operations, ...resource }: AnyResource): INodeProperties {
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

function noticeOf({ option, notice }: AnyResource): INodeProperties[] {
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

/**
 * A field of an operation. Resource and operation come first: n8n goes by the order, and shows a field as soon
 * as it meets a condition on a parameter that holds an expression. A required field of another
 * operation would then stop the node.
 */
export function shownFor(
	show: Record<string, string[]>,
	property: INodeProperties,
): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: { ...displayOptions, show: { ...show, ...displayOptions?.show } },
	};
}

interface SharedField {
	property: INodeProperties;
	/** IDs of the operations that have it. */
	operations: string[];
}

/**
 * The fields of operations as one list. What several have alike stands once: n8n goes through all fields of a
 * node for each run of a workflow. The fields of each operation keep their order.
 */
function sharedFields(operations: readonly ListedOperation[]): SharedField[] {
	const fields: SharedField[] = [];
	for (const { option, properties } of operations) {
		let next = 0;
		for (const property of properties) {
			const same = fields.findIndex(
				(field, place) => place >= next && isEqual(field.property, property),
			);
			if (same >= 0) fields[same]?.operations.push(option.value);
			else fields.splice(next, 0, { property, operations: [option.value] });
			next = (same >= 0 ? same : next) + 1;
		}
	}
	return fields;
}

const fieldsOf = (
	operations: readonly ListedOperation[],
	show: Record<string, string[]>,
): INodeProperties[] =>
	sharedFields(operations).map(({ property, operations: operation }) =>
		shownFor({ ...show, operation }, property),
	);

/**
 * All fields of a node with resources: the two selectors first, then what the chosen operation needs.
 *
 * @param resources in the order of the list (alphabetical by name, as n8n wants it)
 * @param chosen the one chosen at first
 */
export function propertiesOf(
	resources: readonly AnyResource[],
	chosen: AnyResource,
): INodeProperties[] {
	const defaultResource = chosen.option.value;
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ option }) => option),
			default: defaultResource,
		},
		...resources.map(operationSelector),
		...resources.flatMap(noticeOf),
		...resources.flatMap(({ option, operations }) =>
			fieldsOf(operations, { resource: [option.value] }),
		),
	];
}

/** All fields of a node that has operations and no resources. @param chosen the one chosen at first */
export function propertiesOfOperations(
	operations: readonly ListedOperation[],
	chosen: ListedOperation,
): INodeProperties[] {
	const defaultOperation = chosen.option.value;
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options: operations.map(({ option }) => option),
			default: defaultOperation,
		},
		...fieldsOf(operations, {}),
	];
}

/** The operation with these ids; undefined when there is none. */
export function operationIn<Operation extends ListedOperation>(
	resources: ReadonlyArray<ListedResource<Operation>>,
	resource: string,
	operation: string,
): Operation | undefined {
	return resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
}
