/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { FOLDER, systemIn, type Sample } from './files';

const WECHAT_TRIGGER = /\.weChatOfficialAccountTrigger$/;

const numberOf = ({ name }: Sample) => name.slice(0, 2);

const triggersOf = ({ nodes }: Sample) => nodes.filter(({ type }) => WECHAT_TRIGGER.test(type));

interface Forward {
	to: string;
	kinds?: string[];
	text?: string;
}

/** What the hub forwards, and to which paths. */
function forwarded(hub: INode | undefined): Forward[] {
	const options = hub?.parameters.options as { forwardTo?: { target?: Forward[] } };
	return (options.forwardTo?.target ?? []).map(({ to, kinds, text }) => ({ to, kinds, text }));
}

/** What the filters of a trigger let pass. */
const wantsOf = ({ webhookId, parameters }: INode): Forward => ({
	to: `${webhookId}/wechat`,
	kinds: parameters.triggerOn as string[],
	text: parameters.textCondition === 'regex' ? String(parameters.text) : undefined,
});

const byPath = (a: Forward, b: Forward) => a.to.localeCompare(b.to);

/** Data Tables that nodes read and write, as far as they are named on the canvas. */
const tablesUsed = ({ nodes }: Sample): string[] =>
	nodes
		.filter(({ type, parameters }) => type.endsWith('.dataTable') && parameters.resource === 'row')
		.map(({ parameters }) => String((parameters.dataTableId as { value?: unknown }).value));

const queriesOf = ({ nodes }: Sample): string[] =>
	nodes
		.filter(({ type }) => type.endsWith('.postgres'))
		.map(({ parameters }) => String(parameters.query));

const tablesIn = (sql: string): string[] =>
	[...sql.matchAll(/\b(?:FROM|INTO|UPDATE|TABLE(?: IF NOT EXISTS)?)\s+"(wechat_\w+)"/g)].map(
		([, table = '']) => table,
	);

describe.each(['', 'postgres'] as const)('the workflows in workflows/%s', (folder) => {
	const system = systemIn(folder);
	const find = (number: string) => system.find((sample) => numberOf(sample) === number);

	it('have numbers of their own', () => {
		expect(system.length).toBeGreaterThan(0);
		expect(new Set(system.map(numberOf)).size).toBe(system.length);
	});

	it('have webhooks with ids of their own, which survive an import', () => {
		const webhooks = system
			.flatMap(({ nodes }) => nodes)
			.filter(({ type }) => WECHAT_TRIGGER.test(type) || type.endsWith('.webhook'));
		for (const { webhookId } of webhooks) expect(webhookId).toMatch(/^[0-9a-f-]{36}$/);
		const ids = system.flatMap(({ nodes }) => nodes.flatMap(({ webhookId }) => webhookId ?? []));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('get from the hub just what their triggers let pass', () => {
		const [hub] = find('01')?.nodes.filter(({ type }) => WECHAT_TRIGGER.test(type)) ?? [];
		const others = system.filter((sample) => numberOf(sample) !== '01');
		const wanted = others.flatMap((sample) => triggersOf(sample).map(wantsOf));
		expect(forwarded(hub).sort(byPath)).toEqual(wanted.sort(byPath));
	});

	it('make every table that they use', () => {
		const makers = find('00')?.nodes ?? [];
		const made =
			folder === ''
				? makers
						.filter(({ parameters }) => parameters.operation === 'create')
						.map(({ parameters }) => String(parameters.tableName))
				: tablesIn(readFileSync(join(FOLDER, folder, 'schema.sql'), 'utf8'));
		expect(new Set(made).size).toBe(made.length);
		const used = new Set(
			system.flatMap((sample) =>
				folder === '' ? tablesUsed(sample) : queriesOf(sample).flatMap(tablesIn),
			),
		);
		for (const table of used) expect(made).toContain(table);
		// n8n finds a Data Table by a part of its name.
		for (const table of made) {
			expect(made.filter((other) => other.includes(table))).toEqual([table]);
		}
	});

	it('are the same flows on either store', () => {
		const other = systemIn(folder === '' ? 'postgres' : '');
		expect(system.map(({ name }) => name)).toEqual(other.map(({ name }) => name));
		system.forEach(({ nodes, connections }, position) => {
			const twin = other[position];
			expect(nodes.map(({ name }) => name)).toEqual(twin?.nodes.map(({ name }) => name));
			expect(connections).toEqual(twin?.connections);
		});
	});
});
