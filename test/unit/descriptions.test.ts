/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeHelpers,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeType,
} from 'n8n-workflow';
import { actionProperties, resources } from '../../nodes/WeChatOfficialAccount/actions/registry';
import { loadPackage } from '../harness/nodeTypes';

const NODES = 'nodes';

/** The nodes that talk with WeChat. */
const CALLERS = new Set([
	'weChatCommentTrigger',
	'weChatOfficialAccount',
	'weChatOfficialAccountTrigger',
	'weChatReply',
]);

/** What the messages to the staff need besides. */
const ROBOT = 'weChatStaffRobotApi';

async function nodesOfPackage(): Promise<INodeType[]> {
	const { names, nodeTypes } = await loadPackage();
	return names.map((name) => nodeTypes.getByNameAndVersion(name));
}

type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** Every text of a description that a person can read, except examples and samples of content. */
function textsOf(entries: Entry[]): string[] {
	return entries.flatMap((entry) => {
		const own = ['displayName', 'name', 'description', 'hint', 'action']
			.map((key) => (entry as unknown as Record<string, unknown>)[key])
			.filter((text): text is string => typeof text === 'string');
		const nested = [
			...('options' in entry ? (entry.options ?? []) : []),
			...('values' in entry ? entry.values : []),
		] as Entry[];
		return [...own, ...textsOf(nested)];
	});
}

function isSorted(names: string[]): boolean {
	return names.every((name, position) => {
		const before = names[position - 1];
		return before === undefined || before.localeCompare(name, 'en', { sensitivity: 'base' }) <= 0;
	});
}

/** Words that show a text to be put together from another language, and what says the same. */
const CLUMSY =
	/\b(exchange the two|fewest|most (messages|words|texts)|stand(s)? in|in vain|works? off|has made|give back|that are over|days are over|take in|a line\.)\b|second input$/i;

/** Words of a programmer, and columns that only the node itself needs to know. */
const PROGRAMMING = /conditional update|pendingRuns|SHA-256|activityId, /;

/** What a person reads as the name of a field, a choice or a button. */
function labelsOf(entries: Entry[]): string[] {
	return entries.flatMap((entry) => {
		const own = 'displayName' in entry ? entry.displayName : entry.name;
		const nested = [
			...('options' in entry ? (entry.options ?? []) : []),
			...('values' in entry ? entry.values : []),
		] as Entry[];
		return [own, ...labelsOf(nested)];
	});
}

/** Words that only programmers have. Rows and columns are those of n8n's Data tables. */
const JARGON =
	/\b(array|boolean|callback|conditional|cursor|endpoint|hash|index|json|keys?|null|object|payload|pending|regexp?|seed|sha-?256|string|timestamp)\b/i;

/** Labels that say what WeChat or n8n call the thing, in operations for those who know it. */
const CALLED_SO = new Set([
	'Endpoint',
	'Key',
	'Product Key',
	'Short Key',
	'Timestamp Tolerance (Seconds)',
	'Using JSON',
]);

/** Units that the name of a parameter tells, and its label has to. */
const UNIT = /(days|hours|minutes|seconds|years)$/i;

function numbersOf(entries: Entry[]): INodeProperties[] {
	return entries.flatMap((entry) => {
		const nested = [
			...('options' in entry ? (entry.options ?? []) : []),
			...('values' in entry ? entry.values : []),
		] as Entry[];
		const own = 'type' in entry && entry.type === 'number' ? [entry as INodeProperties] : [];
		return [...own, ...numbersOf(nested)];
	});
}

describe('every node', () => {
	it('fault 7.7: has no word of a programmer in a label, and the unit of a number in it', async () => {
		for (const { description } of await nodesOfPackage()) {
			const jargon = labelsOf(description.properties).filter(
				(label) => JARGON.test(label) && !CALLED_SO.has(label),
			);
			expect([description.name, [...new Set(jargon)]]).toEqual([description.name, []]);
			for (const { name, displayName } of numbersOf(description.properties)) {
				const [unit] = UNIT.exec(name) ?? [];
				if (unit) expect(displayName.toLowerCase()).toContain(unit.toLowerCase());
			}
		}
	});

	it('fault 7.3: leads to pages that are there, the trigger to the messages to try with', async () => {
		const LINK = /blob\/main\/([\w/.-]+)/g;
		const pages = new Map<string, string[]>();
		for (const { description } of await nodesOfPackage()) {
			const links = [...JSON.stringify(description).matchAll(LINK)].map(([, page = '']) => page);
			pages.set(description.name, links);
		}
		const all = [...pages.values()].flat();
		expect(all.filter((page) => !existsSync(page))).toEqual([]);
		expect(pages.get('weChatOfficialAccountTrigger')).toContain('docs/messages.md');
	});

	it('faults 6 and 7.7: is written in plain English', async () => {
		for (const { description } of await nodesOfPackage()) {
			const texts = textsOf(description.properties);
			expect(texts.filter((text) => CLUMSY.test(text))).toEqual([]);
			expect(texts.filter((text) => PROGRAMMING.test(text))).toEqual([]);
		}
	});

	it('is complete: codex, subtitle, documentation, and a credential where it calls WeChat', async () => {
		for (const { description } of await nodesOfPackage()) {
			const folder = description.name.charAt(0).toUpperCase() + description.name.slice(1);
			const codex = JSON.parse(
				readFileSync(join(NODES, folder, `${folder}.node.json`), 'utf8'),
			) as { node: string; resources: { primaryDocumentation: Array<{ url: string }> } };
			expect(codex.node.endsWith(`.${description.name}`)).toBe(true);
			const [documentation] = codex.resources.primaryDocumentation;
			const page = documentation?.url.split('/blob/main/')[1] ?? '';
			expect(existsSync(page)).toBe(true);
			expect(description.subtitle).toBeTruthy();
			// Nodes that only calculate call nothing, so they have no credential.
			const { credentials = [], properties } = description;
			const names = credentials.map(({ name }) => name).filter((name) => name !== ROBOT);
			// Those that keep records need the account, and a database where one is chosen.
			const keepsRecords = properties.some(({ name }) => name === 'keepRecordsIn');
			const called = CALLERS.has(description.name) ? ['weChatOfficialAccountApi'] : [];
			expect(names).toEqual(keepsRecords ? ['weChatOfficialAccountApi', 'postgres'] : called);
			if (description.inputs.length > 0) expect(description.usableAsTool).toBe(true);
		}
	});

	it('speaks English, without emoji; Chinese stands in brackets after a console word', async () => {
		for (const { description } of await nodesOfPackage()) {
			for (const text of textsOf(description.properties)) {
				expect(text.replace(/\([^()]*\)/g, '')).not.toMatch(
					/[\p{Script=Han}\p{Extended_Pictographic}]/u,
				);
			}
		}
	});

	it('has inputs, outputs and a subtitle that n8n reads to their ends', async () => {
		for (const { description } of await nodesOfPackage()) {
			const { inputs, outputs, subtitle } = description;
			const expressions = [inputs, outputs, subtitle].filter(
				(value) => typeof value === 'string' && value.startsWith('='),
			);
			// It ends at the first two closing brackets in a row.
			for (const text of expressions.map(String)) {
				expect(text.indexOf('}}')).toBe(text.length - 2);
			}
		}
	});

	it('asks for no credential by a default, which workflow files leave out', async () => {
		for (const { description } of await nodesOfPackage()) {
			const { credentials = [], properties } = description;
			for (const { displayOptions } of credentials) {
				for (const [name, values = []] of Object.entries(displayOptions?.show ?? {})) {
					const defaults = properties.filter((property) => property.name === name);
					const shown = defaults.filter((property) =>
						values.some((value) => value === property.default),
					);
					expect(shown).toEqual([]);
				}
			}
		}
	});

	it('has no two fields of one name shown at the same time', async () => {
		for (const { description } of await nodesOfPackage()) {
			const shown = description.properties.map(({ name, displayOptions }) =>
				JSON.stringify([name, displayOptions]),
			);
			expect(new Set(shown).size).toBe(shown.length);
		}
	});

	it('keeps secrets out of its parameters', async () => {
		for (const { description } of await nodesOfPackage()) {
			for (const { name } of description.properties) {
				expect(name).not.toMatch(/secret|token|aesKey|password/i);
			}
		}
	});
});

describe('the trigger', () => {
	it('costs no expression per request', async () => {
		const { nodeTypes } = await loadPackage();
		const { description } = nodeTypes.getByNameAndVersion(
			'n8n-nodes-wechat-engagement.weChatOfficialAccountTrigger',
		);
		expect(description.version).not.toBe(1);
		expect(JSON.stringify(description.webhooks)).not.toContain('={{');
		expect(description.webhooks?.map(({ httpMethod }) => httpMethod)).toEqual(['GET', 'POST']);
	});
});

describe('the operations', () => {
	const operations = resources.flatMap(({ option, operations: list }) =>
		list.map((operation) => ({ resource: option.value, ...operation })),
	);

	it('are sorted by name, with an action and a unique id', () => {
		expect(isSorted(resources.map(({ option }) => option.name))).toBe(true);
		for (const { operations: list } of resources) {
			expect(isSorted(list.map(({ option }) => option.name))).toBe(true);
			expect(new Set(list.map(({ option }) => option.value)).size).toBe(list.length);
			expect(new Set(list.map(({ option }) => option.action)).size).toBe(list.length);
		}
	});

	it.each(operations.map(({ resource, option }) => [resource, option.value]))(
		'%s %s shows its fields, and documents its output',
		(resource, operation) => {
			const properties = actionProperties();
			const parameters = { resource, operation };
			const filled = NodeHelpers.getNodeParameters(properties, parameters, true, false, null, null);
			const own = operations.find(
				(candidate) => candidate.resource === resource && candidate.option.value === operation,
			);
			for (const { name, displayOptions } of own?.properties ?? []) {
				if (!displayOptions) expect(filled).toHaveProperty(name);
			}
			const schema = join(
				NODES,
				'WeChatOfficialAccount/__schema__/v1.0.0',
				resource,
				`${operation}.json`,
			);
			expect(JSON.parse(readFileSync(schema, 'utf8'))).toMatchObject({
				type: 'object',
				properties: expect.any(Object),
			});
		},
	);

	it('fault 2.14: are called as in n8n and in the console of WeChat', () => {
		const names = operations.map(({ resource, option }) => `${resource}: ${option.name}`);
		expect(names.filter((name) => /: (?:List|Elect|Unelect)\b/.test(name))).toEqual([]);
		expect(names).toEqual(expect.arrayContaining(['comment: Feature', 'comment: Unfeature']));
		const ofLanguage = operations.filter(({ resource }) => resource === 'language');
		expect(ofLanguage.flatMap(({ endpoints }) => endpoints).join()).not.toMatch(/\/cv\//);
		expect(names.filter((name) => name.startsWith('image: ')).length).toBeGreaterThanOrEqual(4);
	});

	it('shows no field of another operation, whatever holds an expression', () => {
		const properties = actionProperties();
		const parameters = {
			resource: 'menu',
			operation: 'get',
			// As they stay behind when a person has tried other operations.
			audience: '={{ $json.audience }}',
			deleteBy: '={{ $json.by }}',
			messageType: '={{ $json.type }}',
			lifetime: '={{ $json.lifetime }}',
		};
		const shown = properties.filter(
			(property) =>
				property.type !== 'notice' &&
				NodeHelpers.displayParameter(parameters, property, null, null),
		);
		expect(shown.map(({ name }) => name)).toEqual(['resource', 'operation']);
	});

	it('asks for the index of an article only when it is chosen by ID', () => {
		const [index] =
			resources
				.find(({ option }) => option.value === 'comment')
				?.operations[0]?.properties.filter(({ name }) => name === 'index') ?? [];
		const shown = (mode: string) =>
			index !== undefined &&
			NodeHelpers.displayParameter({ article: { mode, value: '1' } }, index, null, null);
		expect([shown('id'), shown('url'), shown('list')]).toEqual([true, false, false]);
	});
});
