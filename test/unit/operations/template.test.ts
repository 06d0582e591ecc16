import fc from 'fast-check';
import { Workflow, type IDataObject } from 'n8n-workflow';
import { filledIn } from '../../../nodes/shared/operations/template';
import { loadPackage } from '../../harness/nodeTypes';

const JSON_ITEM: IDataObject = {
	Content: '你好 {{ $json.secret }}',
	secret: '不该出现',
	number: 12.5,
	zero: 0,
	empty: '',
	isTrue: true,
	nothing: null,
	list: ['a', 'b'],
	wechat: { openId: 'oA', nested: { deep: '深' } },
};

const PATHS = [
	...['Content', 'number', 'zero', 'empty', 'isTrue', 'nothing', 'list', 'missing', 'constructor'],
	...[
		'wechat.openId',
		'wechat.nested.deep',
		'wechat.missing',
		'wechat',
		'Content.length',
		'__proto__.x',
	],
];

/** What n8n makes of a parameter. */
let byN8n: (parameter: string) => unknown;

beforeAll(async () => {
	const { nodeTypes } = await loadPackage();
	const node = {
		id: '1',
		name: 'Node',
		type: 'n8n-nodes-wechat-engagement.weChatReply',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	byN8n = (parameter) =>
		workflow.expression.getParameterValue(
			parameter,
			null,
			0,
			0,
			'Node',
			[{ json: JSON_ITEM }],
			'manual',
			{},
		);
});

describe('a template of texts and fields of the item', () => {
	it.each([
		'=收到：{{ $json.Content }}',
		'={{ $json.Content }}',
		'={{$json.wechat.openId}}',
		'={{ $json.number }}',
		'=共 {{ $json.number }} 元，{{ $json.wechat.nested.deep }}',
		'=a{b}c {{ $json.zero }}',
		'={{ $json.empty }}|',
		'=第一行\n{{ $json.wechat.openId }}\n',
	])('%j is filled in as n8n does it', (parameter) => {
		const value = filledIn(parameter, JSON_ITEM);
		expect(value).toBeDefined();
		expect(value).toBe(byN8n(parameter));
	});

	it.each([
		'{{ $json.Content }}',
		'=only a text',
		'={{ $json.Content.length }}',
		'={{ $json.missing }}',
		'={{ $json.isTrue }}',
		'={{ $json.list }}',
		'={{ $json.wechat.openId + "x" }}',
		'={{ $json["Content"] }}',
		'={{ $json.constructor }}',
		'= {{ $json.number }} ',
		'=\\{{ $json.Content }}',
		'={{ $json.Content }} }}',
		'={{ $now }} {{ $json.Content }}',
	])('%j is left to n8n', (parameter) => {
		expect(filledIn(parameter, JSON_ITEM)).toBeUndefined();
	});

	it('is the same as with n8n, whatever stands in it', () => {
		const piece = fc.oneof(
			fc.constantFrom(...PATHS).map((path) => `{{ $json.${path} }}`),
			fc.constantFrom('你好', ' ', '{', '}', '$json', '=', "'", '"', '`', '${x}', '\n', 'a.b'),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
				const parameter = `=${pieces.join('')}`;
				const value = filledIn(parameter, JSON_ITEM);
				if (value !== undefined) expect(value).toBe(byN8n(parameter));
			}),
			{ numRuns: 300 },
		);
	});
});
