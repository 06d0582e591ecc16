import { isDeepStrictEqual } from 'node:util';

/** Connections as sentences; outputs that lead nowhere count for nothing. */
export function links(connections) {
	return Object.entries(connections)
		.flatMap(([from, byType]) =>
			Object.entries(byType).flatMap(([type, outputs]) =>
				outputs.flatMap((targets, output) =>
					(targets ?? []).map(({ node, index }) => [from, type, output, node, index].join(' → ')),
				),
			),
		)
		.sort();
}

/** Whether others find a node by its webhook id. An import gives a form a new one; it has a path instead. */
const hasAddress = ({ type, webhookId }) =>
	webhookId !== undefined && !type.endsWith('.formTrigger');

/** What differs between a workflow file and what n8n has stored of it after an import. */
export function differences(file, stored) {
	const found = new Map(stored.nodes.map((node) => [node.name, node]));
	const lost = file.nodes
		.filter((node) => {
			const { type, typeVersion, webhookId } = found.get(node.name) ?? {};
			const isSame = node.type === type && node.typeVersion === typeVersion;
			return !isSame || (hasAddress(node) && node.webhookId !== webhookId);
		})
		.map(({ name }) => name);
	const isWired = isDeepStrictEqual(links(file.connections), links(stored.connections));
	return [
		...lost.map((name) => `${name} is not what the file says`),
		...(isWired ? [] : ['the connections are not those of the file']),
	];
}
