import { resources } from '../../nodes/WeChatOfficialAccount/actions/registry';
import { PACKAGE_NAME } from '../../nodes/shared/constants';
import { CHECK_WORDING } from '../../nodes/shared/wording/option';
import { loadPackage } from '../harness/nodeTypes';

/** Calls by which words come before the eyes of followers. */
const READ =
	/custom\/send|message\/mass\/(send|sendall|preview)|draft\/(add|update)|menu\/(create|addconditional)|reply\/add|template\/(send|subscribe)|subscribe\/bizsend|material\/add_material/;

/** Operations that make such a call and do not have *Check Wording*, and why. */
const EXCEPTIONS: Record<string, string> = {
	'customerServiceMessage sendAndWait': 'a question to the staff',
	'customerServiceMessage sendArticle': 'the article was checked as a draft',
	'customerServiceMessage sendCard': 'the words of a card stand in the WeChat console',
	'customerServiceMessage sendImage': 'no words',
	'customerServiceMessage sendVoice': 'no words',
	'templateMessage sendAndWait': 'a question to the staff',
};

const sending = resources.flatMap(({ option, operations }) =>
	operations
		.filter(({ endpoints }) => endpoints.some((endpoint) => READ.test(endpoint)))
		.map((operation) => ({ of: `${option.value} ${operation.option.value}`, operation })),
);
const hasOption = ({ operation: { properties } }: (typeof sending)[number]) =>
	properties.some(({ name }) => name === CHECK_WORDING);

describe('Check Wording', () => {
	it.each(sending.map((each) => [each.of, each] as const))(
		'is an option of %s, or it is said why not',
		(of, each) => {
			expect([of, hasOption(each)]).toEqual([of, !(of in EXCEPTIONS)]);
		},
	);

	it('names no exception that is gone', () => {
		const known = new Set(sending.map(({ of }) => of));
		expect(Object.keys(EXCEPTIONS).filter((of) => !known.has(of))).toEqual([]);
		expect(sending.length).toBeGreaterThan(20);
	});

	it('is an option of the other nodes that send a text', async () => {
		const { nodeTypes } = await loadPackage();
		const found = ['weChatReply', 'weChatComments', 'weChatCampaign', 'weChatContacts'].filter(
			(name) =>
				nodeTypes
					.getByNameAndVersion(`${PACKAGE_NAME}.${name}`, 1)
					.description.properties.some(({ name: field }) => field === CHECK_WORDING),
		);
		expect(found).toHaveLength(4);
	});
});
