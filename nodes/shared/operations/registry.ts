import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

/** What the lists of a node need to know of one thing it can do. */
interface ListedOperation {
	/** How it shows in the list: name, stable id, action, description. */
	option: INodePropertyOptions & { value: string; action: string };
	/** Its fields. When to show them is added here. */
	properties: INodeProperties[];
}

/** A group of operations. */
interface ListedResource<Operation extends ListedOperation> {
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

function fieldsOf({ option, operations }: AnyResource): INodeProperties[] {
	return operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [option.value], operation: [operation.option.value] } },
			operation.properties,
		),
	);
}

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
		...resources.flatMap(fieldsOf),
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
