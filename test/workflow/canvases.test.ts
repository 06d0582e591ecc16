import { NodeHelpers, type INode } from 'n8n-workflow';
import { PACKAGE_NAME } from '../../nodes/shared/constants';
import account from '../../locales/zh-CN/weChatOfficialAccountApi.json';
import robot from '../../locales/zh-CN/weChatStaffRobotApi.json';
import { canvasFiles } from '../../scripts/canvases/files';
import { loadPackage } from '../harness/nodeTypes';
import { boxOf, overlap } from './boxes';
import coreNodes from './core-nodes.json';
import { STICKY } from './files';
import { wrongOptions } from './options';
import { textsIn } from './texts';

/** n8n's own nodes that samples use, by type. */
const CORE: Record<string, { versions: number[] }> = coreNodes;

const MOST_NODES = 20;
const LONGEST_EXPRESSION = 120;
const MOST_STEPS = 5;
/** What only keeps books, or is programming. */
const NOT_FOR_OPERATORS = /\.(dataTable|postgres|code|executeWorkflow)$/i;
/** What n8n puts behind the type of a node that an agent uses. */
const TOOL = /Tool$/;
const OF_TOOLS = new Set(['descriptionType', 'toolDescription']);
const CHINESE = /\p{Script=Han}/u;

interface Workflow {
	name: string;
	active: boolean;
	nodes: INode[];
	connections: Record<string, Record<string, Array<Array<{ node: string }>>>>;
	settings: Record<string, unknown>;
}

const chineseNames: Readonly<Record<string, string>> = { ...account, ...robot };

/** What n8n calls the first credential of a type, unless a person calls it something else. */
const defaultName = (displayName: string): string =>
	`${displayName
		.split(' ')
		.filter((word) => word !== 'API')
		.join(' ')} account`;

const files = canvasFiles() as unknown as Array<[file: string, workflow: Workflow]>;

describe.each(files)('%s', (file, { name, active, nodes, connections, settings }) => {
	const isChinese = file.startsWith('zh-CN/');
	const stickies = nodes.filter(({ type }) => type === STICKY);
	const others = nodes.filter(({ type }) => type !== STICKY);

	it('is off when it is imported, and stores no messages of followers in executions', () => {
		expect(active).toBe(false);
		expect(settings).toMatchObject({ saveDataSuccessExecution: 'none', timezone: 'Asia/Shanghai' });
	});

	it('is small, and without bookkeeping', () => {
		expect(others.length).toBeLessThanOrEqual(MOST_NODES);
		expect(others.map(({ type }) => type).filter((type) => NOT_FOR_OPERATORS.test(type))).toEqual(
			[],
		);
	});

	it('has no logic in expressions', () => {
		const expressions = others
			.flatMap(({ parameters }) => textsIn(parameters))
			.filter((text) => text.startsWith('='));
		for (const expression of expressions) {
			expect(expression.length).toBeLessThanOrEqual(LONGEST_EXPRESSION);
			expect(expression).not.toMatch(/=>|\?[^?]*\?[^:]*:/);
		}
	});

	it('speaks one language', () => {
		const ours = [name, ...nodes.map((node) => node.name)];
		const notes = stickies.flatMap(({ parameters }) => textsIn(parameters.content));
		if (isChinese) {
			expect(ours.filter((text) => !CHINESE.test(text))).toEqual([]);
			expect(notes.filter((text) => !CHINESE.test(text))).toEqual([]);
		} else {
			expect([...ours, ...notes].filter((text) => CHINESE.test(text))).toEqual([]);
		}
	});

	it('has nodes with names and IDs of their own, all of them connected', () => {
		expect(new Set(nodes.map((node) => node.name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const names = new Set(others.map((node) => node.name));
		const connected = new Set<string>();
		for (const [from, byType] of Object.entries(connections)) {
			connected.add(from);
			for (const { node } of Object.values(byType).flat(2)) connected.add(node);
		}
		expect([...connected].filter((node) => !names.has(node))).toEqual([]);
		expect([...names].filter((node) => !connected.has(node))).toEqual([]);
	});

	it('has nothing on top of each other, and an overview with few steps', () => {
		const boxes = nodes.map(boxOf);
		boxes.forEach((box, position) => {
			for (const other of boxes.slice(position + 1)) expect(overlap(box, other)).toBe(false);
		});
		const [overview] = stickies;
		const steps = String(overview?.parameters.content).match(/^\d\. /gm) ?? [];
		expect(steps.length).toBeGreaterThan(0);
		expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
	});

	it('uses nodes and versions that exist, with all that they need filled in', async () => {
		const { nodeTypes } = await loadPackage();
		for (const node of others) {
			if (!node.type.startsWith(PACKAGE_NAME)) {
				expect(CORE[node.type]?.versions).toContain(node.typeVersion);
				continue;
			}
			const [type = '', tool] = node.type.split(TOOL);
			const { description } = nodeTypes.getByNameAndVersion(type, node.typeVersion);
			// n8n makes the tool of an agent from the node, with fields of its own.
			expect(description.usableAsTool === true || tool === undefined).toBe(true);
			const { properties } = description;
			const filled =
				NodeHelpers.getNodeParameters(
					properties,
					node.parameters,
					true,
					false,
					node,
					description,
				) ?? {};
			const whole = { ...node, parameters: filled };
			expect(NodeHelpers.getNodeParametersIssues(properties, whole, description)).toBeNull();
			expect(wrongOptions(properties, filled, { node, description, root: filled })).toEqual([]);
			const given = Object.keys(node.parameters).filter(
				(parameter) => tool === undefined || !OF_TOOLS.has(parameter),
			);
			for (const parameter of given) expect(filled).toHaveProperty(parameter);
		}
	});

	it('fault 7.9: names the credentials of this package as n8n does, so that import finds them', async () => {
		const { credentialType } = await loadPackage();
		for (const { credentials = {} } of others) {
			for (const [type, { name: given }] of Object.entries(credentials)) {
				if (!type.startsWith('weChat')) continue;
				const { displayName } = credentialType(type);
				const shown = isChinese ? chineseNames[displayName] : displayName;
				expect(given).toBe(defaultName(shown ?? ''));
			}
		}
	});

	it('fault 7.12: ends its forms in words of its own, not in those of n8n', () => {
		const isForm = (node: string): boolean =>
			others.some(({ name: own, type }) => own === node && type.endsWith('.form'));
		/** Everything that a node leads to. */
		const behind = (node: string, known = new Set<string>()): Set<string> => {
			for (const { node: to } of Object.values(connections[node] ?? {}).flat(2)) {
				if (known.has(to)) continue;
				known.add(to);
				behind(to, known);
			}
			return known;
		};
		for (const { name: form, type, parameters } of others) {
			if (!/\.form(Trigger)?$/.test(type)) continue;
			// n8n's list of choices begins with 'Select an option ...' in every language.
			expect(JSON.stringify(parameters)).not.toContain('"dropdown"');
			if (parameters.operation === 'completion') {
				expect(parameters.completionTitle).toMatch(/\S/);
				continue;
			}
			// Another page follows at some time, or the end says something of its own.
			const { respondWithOptions, customCss } = parameters.options as Record<string, object>;
			if ([...behind(form)].some(isForm)) continue;
			expect(JSON.stringify(respondWithOptions)).toContain('formSubmittedText');
			expect(customCss).toContain('#submitted-header');
		}
	});

	/** Anybody may see the proof of a lottery, and nothing else comes of it. */
	const isForProof = (door: string): boolean => {
		const next = Object.values(connections[door] ?? {}).flat(2);
		return next.every(({ node: to }) => {
			const { parameters } = others.find((node) => node.name === to) ?? {};
			return parameters?.resource === 'lottery' && parameters.operation === 'getProof';
		});
	};

	it('has tools that a model can tell apart: it knows them by the Latin letters of their names', () => {
		const tools = others.filter(({ type }) => TOOL.test(type));
		const names = tools.map((node) => node.name.replace(/[^\w-]+/g, '_'));
		expect(names.filter((tool) => !/[a-z]/i.test(tool))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});

	it('asks for a password wherever somebody else comes in', () => {
		const doors = others.filter(({ type }) => /\.(formTrigger|webhook)$/.test(type));
		for (const { name: door, parameters } of doors) {
			const isOpen = parameters.authentication === undefined;
			if (isOpen && isForProof(door)) continue;
			expect([door, parameters.authentication]).toEqual([door, 'basicAuth']);
		}
	});
});
