/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { basename } from 'node:path';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { PACKAGE_NAME } from '../../nodes/shared/constants';
import { patternOf } from '../../nodes/shared/text/pattern';
import { loadPackage } from '../harness/nodeTypes';
import coreNodes from './core-nodes.json';
import { boxOf, overlap, type Box } from './boxes';
import { samples, STICKY, wordCount } from './files';
import { wrongOptions } from './options';

const YELLOW = 1;

/** n8n's nodes by type; `node scripts/core-nodes.mjs` writes them from the installed n8n. */
const CORE: Record<string, { versions: number[]; maxNodes?: number }> = coreNodes;

const TRIGGER = /(Trigger|\.webhook)$/;

const within = (inner: Box, outer: Box) =>
	inner.left >= outer.left &&
	inner.right <= outer.right &&
	inner.top >= outer.top &&
	inner.bottom <= outer.bottom;

describe.each(samples)('%s', (file, sample) => {
	it('filters texts by patterns that the trigger can use', () => {
		const triggers = sample.nodes.filter(({ type }) =>
			type.endsWith('.weChatOfficialAccountTrigger'),
		);
		const patterns = triggers.flatMap(({ parameters }) => {
			const { textCondition, text, options } = parameters as {
				textCondition?: string;
				text?: string;
				options?: { forwardTo?: { target?: Array<{ text?: string }> } };
			};
			const forwarded = options?.forwardTo?.target ?? [];
			return [textCondition === 'regex' ? text : '', ...forwarded.map((target) => target.text)];
		});
		for (const pattern of patterns) expect(patternOf(pattern ?? '').problem).toBeUndefined();
	});

	const { name, nodes, connections, settings, active, pinData } = sample;
	const stickies = nodes.filter(({ type }) => type === STICKY);
	const others = nodes.filter(({ type }) => type !== STICKY);

	it('is named as its file, and is off when imported', () => {
		expect(basename(file)).toBe(`${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`);
		expect(active).toBe(false);
		expect(pinData).toEqual({});
		expect(settings.executionOrder).toBe('v1');
	});

	it('has nodes with unique names and ids, and connections between them', () => {
		expect(new Set(nodes.map((node) => node.name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const names = new Set(others.map((node) => node.name));
		const reached = new Set<string>();
		for (const [from, byType] of Object.entries(connections)) {
			expect(names).toContain(from);
			for (const [type, outputs] of Object.entries(byType)) {
				for (const { node } of outputs.flat()) {
					expect(names).toContain(node);
					// A model or tool belongs to the node it is connected to.
					reached.add(type === 'main' ? node : from);
				}
			}
		}
		const starts = others.filter(({ type }) => TRIGGER.test(type)).map((node) => node.name);
		expect(starts.length).toBeGreaterThan(0);
		for (const node of names) expect(reached.has(node) || starts.includes(node)).toBe(true);
	});

	it('has only nodes that are known, in versions that are known, and no code', async () => {
		const { names } = await loadPackage();
		for (const { type, typeVersion } of nodes) {
			if (names.includes(type)) continue;
			expect(Object.keys(CORE)).toContain(type);
			expect(CORE[type]?.versions).toContain(typeVersion);
			expect(type).not.toMatch(/\.(code|function|functionItem)$/);
		}
		for (const [type, { maxNodes = Number.POSITIVE_INFINITY }] of Object.entries(CORE)) {
			expect(nodes.filter((node) => node.type === type).length).toBeLessThanOrEqual(maxNodes);
		}
	});

	it('fills in every required field of our nodes', async () => {
		const { nodeTypes } = await loadPackage();
		const own = others.filter(({ type }) => type.startsWith(PACKAGE_NAME));
		for (const node of own) {
			const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
			expect([description.version].flat()).toContain(node.typeVersion);
			const filled: INodeParameters =
				NodeHelpers.getNodeParameters(
					description.properties,
					node.parameters,
					true,
					false,
					node,
					description,
				) ?? {};
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...node, parameters: filled },
				description,
			);
			expect(issues).toBeNull();
			const place = { node, description, root: filled };
			expect(wrongOptions(description.properties, filled, place)).toEqual([]);
			for (const parameter of Object.keys(node.parameters)) {
				if (parameter !== 'pollTimes') expect(filled).toHaveProperty(parameter);
			}
			const { credentials = [] } = description;
			const names = credentials
				.filter((credential) => {
					const isNeeded =
						credential.required &&
						NodeHelpers.displayParameter(filled, credential, node, description);
					return isNeeded || node.credentials?.[credential.name] !== undefined;
				})
				.map(({ name }) => [name, { name: 'WeChat Official Account account' }]);
			expect(node.credentials ?? {}).toEqual(Object.fromEntries(names));
		}
	});

	it('holds no key, no id of an account and no address of a person', () => {
		for (const { credentials = {} } of nodes) {
			for (const details of Object.values(credentials)) {
				expect(Object.keys(details)).toEqual(['name']);
			}
		}
		const text = JSON.stringify(nodes);
		expect(text).not.toMatch(/\bwx[0-9a-f]{16}\b|"[0-9a-f]{32}"|\bo[A-Za-z0-9_-]{27}\b|instanceId/);
	});

	it('refers in expressions only to nodes that it has', () => {
		const text = JSON.stringify(nodes);
		expect(text).not.toContain('$node[');
		const names = new Set(others.map((node) => node.name));
		for (const [, name] of text.matchAll(/\$\('([^']+)'\)/g)) expect(names).toContain(name);
	});

	it('explains itself: one yellow overview, white sections, nothing overlapping', () => {
		const overview = stickies.filter(({ parameters }) => parameters.color === YELLOW);
		expect(overview).toHaveLength(1);
		const content = String(overview[0]?.parameters.content);
		expect(content).toContain('### How it works');
		expect(content).toContain('### Setup');
		expect(wordCount(content)).toBeGreaterThanOrEqual(100);
		expect(wordCount(content)).toBeLessThanOrEqual(300);
		expect(stickies.length).toBeGreaterThan(1);
		for (const { parameters } of stickies) {
			if (parameters.color === YELLOW) continue;
			expect(parameters.content).toMatch(/^## /);
			expect(wordCount(String(parameters.content))).toBeLessThan(50);
		}
		const boxes = stickies.map(boxOf);
		boxes.forEach((box, position) => {
			for (const other of boxes.slice(position + 1)) expect(overlap(box, other)).toBe(false);
		});
		for (const node of others) {
			const box = boxOf(node);
			for (const sticky of boxes) expect(!overlap(box, sticky) || within(box, sticky)).toBe(true);
			for (const other of others) {
				if (other !== node) expect(overlap(box, boxOf(other))).toBe(false);
			}
		}
	});
});
