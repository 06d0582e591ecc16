import { NodeHelpers, type INode } from 'n8n-workflow';
import { PACKAGE_NAME } from '../../nodes/shared/constants';
import { allTables } from '../../nodes/shared/records/tables';
import type { Finding } from '../../nodes/shared/wording/finding';
import { plainText } from '../../nodes/shared/wording/plainText';
import { scanText } from '../../nodes/shared/wording/scanText';
import { canvasFiles } from '../../scripts/canvases/files';
import { loadPackage } from '../harness/nodeTypes';
import { textsIn } from './texts';

/*
 * The samples hold to what the package asks of its users: nothing that a follower reads on them induces to share, to
 * follow, to like or to invite, and nothing promises what a draw cannot keep.
 */

const CHINESE = /\p{Script=Han}/u;

/** Tables that begin with rows, which people edit. */
const contentTables = allTables.filter(({ examples }) => examples.length > 0);

/** What the check finds in any of the texts, with the text. */
const findingsIn = (texts: readonly string[]): Array<[text: string, found: Finding['id']]> =>
	texts
		.filter((text) => CHINESE.test(text))
		.flatMap((text) => scanText(plainText(text)).map(({ id }): [string, string] => [text, id]));

/** Canvases of the English set: what is Chinese on them is there to be read by followers, or by staff in the group. */
const canvases = canvasFiles()
	.filter(([file]) => file.startsWith('en/'))
	.map(([file, { nodes }]): [string, INode[]] => [file, nodes as INode[]]);

describe('the check of wording', () => {
	it('finds what it is there for', () => {
		expect(findingsIn(['转发到朋友圈即可抽奖', '回复“抽奖”参加']).map(([, id]) => id)).toEqual([
			'induced-sharing',
		]);
	});

	it.each(canvases)('has nothing to say about the texts on %s', async (_file, nodes) => {
		const { nodeTypes } = await loadPackage();
		const texts = nodes
			.filter(({ type }) => type.startsWith(PACKAGE_NAME))
			.flatMap((node) => {
				const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
				// What was left as the node has it is read, too.
				return textsIn(
					NodeHelpers.getNodeParameters(
						description.properties,
						node.parameters,
						true,
						false,
						node,
						description,
					),
				);
			});
		expect(findingsIn(texts)).toEqual([]);
	});

	it.each(contentTables.map((table): [string, unknown] => [table.name, table.examples]))(
		'has nothing to say about the rows that the table %s begins with',
		(_name, examples) => {
			expect(findingsIn(textsIn(examples))).toEqual([]);
		},
	);
});
