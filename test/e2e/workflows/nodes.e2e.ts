import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { samples, STICKY } from '../../workflow/files';
import { wrongOptions } from '../../workflow/options';
import { N8n } from '../lib/n8n';
import { placeOfThisWorker } from '../lib/place';

/** Set by n8n and not among the parameters of a description. */
const BESIDE = new Set(['pollTimes']);

describe('every node of the sample workflows, asked of n8n', () => {
	const n8n = new N8n(placeOfThisWorker());
	const known = new Map<string, INodeTypeDescription>();
	const id = (name: string, version: number) => `${name} ${version}`;

	// n8n refuses the question when one of the nodes is unknown to it.
	beforeAll(async () => {
		await n8n.signIn();
		const nodes = samples.flatMap(([, sample]) => sample.nodes);
		const wanted = new Map(
			nodes.map(({ type, typeVersion }) => [
				id(type, typeVersion),
				{ name: type, version: typeVersion },
			]),
		);
		const nodeInfos = [...wanted.values()];
		const descriptions = await n8n.api<INodeTypeDescription[]>('POST', '/node-types', {
			nodeInfos,
		});
		nodeInfos.forEach(({ name, version }, position) => {
			const description = descriptions[position];
			if (description) known.set(id(name, version), description);
		});
	});

	/** What n8n would complain about in the editor, and what it would ignore. */
	function problemsOf(node: INode): string[] {
		const description = known.get(id(node.type, node.typeVersion));
		if (!description) return [`${node.name}: n8n does not know ${node.type} ${node.typeVersion}`];
		const { properties } = description;
		const filled: INodeParameters =
			NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
			{};
		const issues = NodeHelpers.getNodeParametersIssues(
			properties,
			{ ...node, parameters: filled },
			description,
		);
		return [
			...Object.values(issues?.parameters ?? {}).flatMap((texts) =>
				texts.map((text) => `${node.name}: ${text}`),
			),
			...wrongOptions(properties, filled, { node, description, root: filled }).map(
				(text) => `${node.name}: ${text}`,
			),
			...Object.keys(node.parameters)
				.filter((name) => !(name in filled) && !BESIDE.has(name))
				.map((name) => `${node.name}: n8n has no use for the parameter ${name}`),
		];
	}

	it.each(samples)('%s', (_file, { nodes }) => {
		const problems = nodes.filter(({ type }) => type !== STICKY).flatMap(problemsOf);
		expect(problems).toEqual([]);
	});

	it('would be found out if it were wrong', () => {
		const node = (type: string, typeVersion: number, parameters: INodeParameters): INode => ({
			id: '1',
			name: 'Node',
			type: `n8n-nodes-base.${type}`,
			typeVersion,
			position: [0, 0],
			parameters,
		});
		const problems = [
			node('dataTable', 1.1, { resource: 'row', operation: 'erase' }),
			node('limit', 1, { maxItems: 1, most: 2 }),
			node('httpRequest', 4.2, { method: 'POST' }),
		].map((entry) => problemsOf(entry).join(' '));
		expect(problems[0]).toContain('operation does not offer "erase"');
		expect(problems[1]).toContain('no use for the parameter most');
		expect(problems[2]).toContain('URL');
	});
});
