import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf, propertiesOfOperations } from '../../../nodes/shared/operations/registry';

const field = (name: string, hint = ''): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...(hint ? { hint } : {}),
});

const operation = (value: string, properties: INodeProperties[]) => ({
	option: { name: value, value, action: value },
	properties,
});

const send = operation('send', [field('key'), field('text'), field('store', 'of texts')]);
const tag = operation('tag', [field('text'), field('key'), field('store', 'of tags')]);
const list = operation('list', [field('key'), field('limit'), field('text')]);
const OPERATIONS = [send, tag, list];

const shown = (properties: INodeProperties[]) =>
	properties
		.filter(({ name, displayOptions }) => name !== 'operation' && displayOptions?.show?.operation)
		.map(({ name, displayOptions }) => `${name}: ${String(displayOptions?.show?.operation)}`);

describe('fields of a node', () => {
	it('stand once where several operations have them alike, in the order of each operation', () => {
		const properties = propertiesOfOperations(OPERATIONS, send);
		expect(shown(properties)).toEqual([
			'key: send,list',
			'limit: list',
			'text: send,tag,list',
			'key: tag',
			'store: tag',
			'store: send',
		]);
	});

	it('are those of the operation, whichever is chosen', () => {
		const properties = propertiesOfOperations(OPERATIONS, send);
		for (const { option, properties: own } of OPERATIONS) {
			const visible = properties.filter(
				({ name, displayOptions }) =>
					name !== 'operation' && displayOptions?.show?.operation?.includes(option.value),
			);
			expect(visible.map(({ name, hint }) => [name, hint])).toEqual(
				own.map(({ name, hint }) => [name, hint]),
			);
		}
	});

	it('are never shared by resources', () => {
		const resource = (value: string) => ({
			option: { name: value, value },
			operations: [send],
		});
		const [one, other] = [resource('one'), resource('other')];
		expect(shown(propertiesOf([one, other], one))).toHaveLength(6);
	});
});
