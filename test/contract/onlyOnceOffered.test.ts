import { resources } from '../../nodes/WeChatOfficialAccount/actions/registry';

/** Operations that call WeChat and do not have *Only Once*, and why. Reads are told by their endpoints. */
const EXCEPTIONS: Record<string, string> = {
	'account checkCallback': 'a measurement of the present',
	'customerServiceMessage sendAndWait': 'the run that asks is the one that waits',
	'customerServiceMessage setTyping': 'is over after seconds',
	'image cropImage': 'computes from a picture and keeps nothing',
	'image enlargeImage': 'computes from a picture; the result expires',
	'image recognizeCodes': 'computes from a picture and keeps nothing',
	'image recognizeText': 'computes from a picture and keeps nothing',
	'language translate': 'computes from a text and keeps nothing',
	'language voiceToText': 'computes from a recording and keeps nothing',
	'menu publishDue': 'compares with what is online: the second time there is nothing to change',
	'tag bringIntoStep': 'compares with who has the tags: the second time there is nothing to change',
	'templateMessage sendAndWait': 'the run that asks is the one that waits',
	'user migrateOpenIds': 'looks up new OpenIDs',
	'webAuthorization exchangeCode': 'the grant is a secret, which no table may keep',
	'webAuthorization refresh': 'the grant is a secret, which no table may keep',
};

/** Last parts of paths that change nothing. */
const READS =
	/^(get.*|batchget.*|list|count|query.*|fetch|info|trymatch|jssdk|auth|userinfo|showqrcode)$/;

const isRead = (endpoint: string) => READS.test(endpoint.split('/').at(-1) ?? '');

const calling = resources.flatMap(({ option, operations }) =>
	operations
		.filter(({ endpoints }) => endpoints.length > 0)
		.map((operation) => ({ of: `${option.value} ${operation.option.value}`, operation })),
);
const hasOption = ({ operation }: (typeof calling)[number]) => operation.outgoingAt !== undefined;
const changing = calling.filter(({ operation }) => !operation.endpoints.every(isRead));

describe('Only Once', () => {
	it.each(changing.map((each) => [each.of, each] as const))(
		'is an option of %s, or it is said why not',
		(of, each) => {
			expect([of, hasOption(each)]).toEqual([of, !(of in EXCEPTIONS)]);
		},
	);

	it('is no option of what only reads', () => {
		const reading = calling.filter((each) => !changing.includes(each));
		expect(reading.filter(hasOption).map(({ of }) => of)).toEqual([]);
		expect(reading.length).toBeGreaterThan(30);
	});

	it('names no exception that is gone', () => {
		const known = new Set(changing.map(({ of }) => of));
		expect(Object.keys(EXCEPTIONS).filter((of) => !known.has(of))).toEqual([]);
	});

	it('has its fields wherever it is an option', () => {
		for (const { operation } of calling.filter(hasOption)) {
			const names = operation.properties.map(({ name }) => name);
			expect(names).toEqual(expect.arrayContaining(['onlyOnce', 'onlyOnceKey', 'keepRecordsIn']));
		}
	});
});
