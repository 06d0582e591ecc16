import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { actionProperties } from '../../../nodes/WeChatOfficialAccount/actions/registry';

const PROPERTIES = actionProperties();

/** A field of an operation. */
function fieldOf(resource: string, operation: string, name: string): INodeProperties {
	const found = PROPERTIES.find(
		({ name: own, displayOptions: { show } = {} }) =>
			own === name &&
			show?.resource?.includes(resource) === true &&
			show.operation?.includes(operation) === true,
	);
	if (!found) throw new Error(`${resource} ${operation} has no ${name}`);
	return found;
}

/** The fields of one row of a list. */
function rowOf(list: INodeProperties | undefined): INodeProperties[] {
	const [row] = list?.options ?? [];
	return row && 'values' in row ? row.values : [];
}

const named = (fields: INodeProperties[], name: string) =>
	fields.find((field) => field.name === name);

describe('fault 7.5: the form of a menu', () => {
	const buttons = fieldOf('menu', 'create', 'buttons');
	const button = rowOf(buttons);
	const entries = named(button, 'entries');
	const shownWith = (values: INodeParameters) =>
		button
			.filter((field) => NodeHelpers.displayParameter(values, field, null, null))
			.map(({ name }) => name);

	it('has three buttons at most, and five entries', () => {
		expect(buttons.typeOptions?.maxAllowedFields).toBe(3);
		expect(entries?.typeOptions?.maxAllowedFields).toBe(5);
	});

	it('begins with a new key, as a new account has none to choose from', () => {
		for (const fields of [button, rowOf(entries)]) {
			expect(named(fields, 'key')?.default).toEqual({ mode: 'id', value: '' });
		}
	});

	it('says how long a name may be', () => {
		expect(named(button, 'name')?.description).toContain('16 bytes');
		expect(named(rowOf(entries), 'name')?.description).toContain('60 bytes');
	});

	it('asks a button with entries for its name only', () => {
		expect(shownWith({ name: '服务', type: 'click' })).toEqual(['name', 'type', 'key', 'entries']);
		expect(shownWith({ name: '官网', type: 'view' })).toEqual(['name', 'type', 'url', 'entries']);
		const entry = { name: '签到', type: 'click' };
		for (const type of ['click', 'view', 'miniprogram', 'media_id', 'article_id']) {
			const values = { name: '服务', type, entries: { entry: [entry] } };
			expect(shownWith(values)).toEqual(['name', 'entries']);
		}
		expect(shownWith({ name: '服务', type: 'click', entries: { entry: [] } })).toContain('key');
	});
});

describe('fault 7.6: the form of a template', () => {
	const CASES: Array<[resource: string, operation: string]> = [
		['templateMessage', 'send'],
		['subscriptionNotice', 'send'],
	];

	it.each(CASES)('%s %s shows nothing to fill in before a template is chosen', (...of) => {
		const [resource, operation] = of;
		const field = fieldOf(resource, operation, 'fields');
		const isShown = (templateId: unknown) => {
			const values = { resource, operation, templateId } as INodeParameters;
			return NodeHelpers.displayParameter(values, field, null, null);
		};
		expect(isShown({ __rl: true, mode: 'list', value: '' })).toBe(false);
		expect(isShown({ __rl: true, mode: 'list', value: 'T1' })).toBe(true);
		expect(isShown({ __rl: true, mode: 'id', value: '={{ $json.template }}' })).toBe(true);
		// As a workflow that was not made in the editor has it.
		expect(isShown('T1')).toBe(true);
	});

	it.each(CASES)('%s %s calls the values as the screen does', (...of) => {
		const { displayName, typeOptions } = fieldOf(...of, 'fields');
		expect(displayName).toBe('Values to Send');
		expect(typeOptions?.resourceMapper?.valuesLabel).toBe(displayName);
	});
});
