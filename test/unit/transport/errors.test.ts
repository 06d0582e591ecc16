/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { adviceFor, ERROR_ROWS, knownErrcodes } from '../../../nodes/shared/transport/errorTable';
import { UserInputError } from '../../../nodes/shared/inputError';
import {
	describeError,
	toErrorItem,
	toNodeError,
	WeChatApiError,
	WeChatTransportError,
} from '../../../nodes/shared/transport/errors';

const NODE: INode = {
	id: '1',
	name: 'Node',
	type: 't',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const range = (from: number, to: number) =>
	[...Array(to - from + 1).keys()].map((offset) => from + offset);

/** The codes of the platform that a call of this package can meet, or that users ask about. */
const CODES = [
	// Correction 13, and what else the platform answers to a call of ours.
	45110,
	45106,
	41005,
	41006,
	44001,
	40132,
	40155,
	45161,
	45103,
	43104,
	43106,
	40137,
	40113,
	53401,
	53402,
	10170001,
	10170002,
	10170003,
	45034,
	45098,
	45099,
	40128,
	40193,
	40194,
	48013,
	48014,
	45087,
	45102,
	40029,
	40163,
	42003,
	40030,
	42002,
	40052,
	40053,
	40059,
	40060,
	40062,
	40065,
	40066,
	40102,
	40119,
	40120,
	40201,
	40202,
	40203,
	40204,
	41030,
	43001,
	43002,
	43003,
	43100,
	45010,
	45026,
	45027,
	45062,
	45064,
	45083,
	45084,
	45113,
	45162,
	48022,
	...range(101000, 101003),
	-1,
	40001,
	40014,
	42001,
	42007,
	41001,
	40002,
	40013,
	40125,
	40164,
	40243,
	41002,
	41004,
	89501,
	89503,
	89504,
	89505,
	89506,
	89507,
	50001,
	48001,
	61004,
	48002,
	48003,
	48004,
	48005,
	48006,
	48008,
	50002,
	50004,
	50005,
	40003,
	43004,
	43019,
	43101,
	49003,
	40007,
	40004,
	40005,
	40006,
	40009,
	40008,
	40032,
	40031,
	40130,
	40037,
	40036,
	40249,
	43116,
	47003,
	47001,
	40033,
	40035,
	40097,
	44002,
	44003,
	44004,
	45001,
	45002,
	45003,
	45004,
	45005,
	45006,
	45007,
	45008,
	45009,
	45011,
	42010,
	44990,
	45015,
	45047,
	45028,
	45029,
	45056,
	45057,
	45058,
	45059,
	45157,
	45158,
	45159,
	45065,
	45066,
	45067,
	45080,
	45081,
	45072,
	45169,
	45171,
	45166,
	41039,
	40114,
	46003,
	53404,
	53405,
	53406,
	53500,
	53501,
	53502,
	48021,
	53503,
	53504,
	53505,
	53600,
	61450,
	...range(61451, 61457),
	65400,
	65415,
	65416,
	65417,
	61500,
	61501,
	61503,
	61024,
	61007,
	61016,
	61003,
	...range(65301, 65320),
	70000,
	87009,
	87014,
	88000,
	88001,
	88002,
	88003,
	88004,
	88005,
	88007,
	88008,
	88009,
	88010,
	88011,
	76001,
	76002,
	76003,
	76004,
	76021,
	76022,
	...range(200011, 200022),
	200100,
	40246,
	40247,
	47009,
	268487001,
];

const FALLBACK = adviceFor(1_234_567);

describe('the table of error codes', () => {
	it.each(CODES)('says what %i means and what to do', (code) => {
		const { meaning, advice } = adviceFor(code);
		expect(meaning).not.toBe(FALLBACK.meaning);
		expect(meaning.length).toBeGreaterThan(8);
		expect(advice.length).toBeGreaterThan(15);
		expect(meaning).not.toMatch(/\.$/);
		expect(`${meaning} ${advice}`).not.toMatch(/\b(problem|failure|mistake)\b/i);
	});

	it('has one row for a code', () => {
		const codes = ERROR_ROWS.flatMap(([listed]) => listed);
		expect(codes.filter((code, position) => codes.indexOf(code) !== position)).toEqual([]);
	});

	it('has advice for every code that the simulated platform answers with', () => {
		const folder = 'test/simulator';
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const sources = files
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(join(folder, file), 'utf8'));
		const codes = sources.flatMap((source) =>
			[...source.matchAll(/\bfail\(\s*(\d{5,8})\b/g)].map(([, code]) => Number(code)),
		);
		expect(codes.length).toBeGreaterThan(100);
		expect(codes.filter((code) => adviceFor(code) === FALLBACK)).toEqual([]);
	});

	it('repeats only where WeChat says that nothing was done', () => {
		const repeated = knownErrcodes().filter((code) => adviceFor(code).reaction.startsWith('retry'));
		expect(repeated.sort((a, b) => a - b)).toEqual(
			expect.arrayContaining([-1, 42010, 44990, 45011, 45066, 61450, 268487001]),
		);
		expect(repeated.length).toBeLessThan(12);
	});

	it('renews the token for the four codes of a refused one, and no other', () => {
		const renewing = knownErrcodes().filter((code) => adviceFor(code).reaction === 'refreshToken');
		expect(renewing.sort()).toEqual([40001, 40014, 42001, 42007]);
	});

	it('has advice for a code that nobody knows yet', () => {
		expect(FALLBACK.advice.length).toBeGreaterThan(15);
		expect(FALLBACK.reaction).toBe('none');
	});
});

describe('errors at the canvas', () => {
	const rid = '68b1a2c3-12345678-9abcdef0';
	const apiError = new WeChatApiError('/cgi-bin/x', 43004, `require subscribe rid: ${rid}`);

	it('say what happened and what to do, and keep the rid', () => {
		const error = toNodeError(NODE, apiError, 3);
		expect(error.message).toBe('The person does not follow the account (WeChat error 43004)');
		expect(error.description).toContain('require subscribe');
		expect(error.context.itemIndex).toBe(3);
		expect(error.context.data).toMatchObject({ errcode: 43004, rid });
		expect('httpCode' in error && error.httpCode).toBe('43004');
	});

	it('name the address that is to be whitelisted', () => {
		const message = 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 1-2-3';
		expect(new WeChatApiError('/x', 40164, message).message).toContain(': 203.0.113.9 (');
	});

	it('become items that n8n sends to the error output', () => {
		expect(toErrorItem(apiError, 2)).toEqual({
			json: {
				error: apiError.message,
				details: { description: expect.any(String), errcode: 43004, rid },
			},
			pairedItem: { item: 2 },
		});
	});

	it('tell the canvas when nobody knows what WeChat has done', () => {
		const error = new WeChatTransportError('/x', 'No answer', 'Look it up.', 'unknown');
		expect(toErrorItem(error, 0).json.details).toMatchObject({ outcome: 'unknown' });
	});

	it('pass through once they are n8n errors', () => {
		const error = toNodeError(NODE, apiError);
		expect(toNodeError(NODE, error, 5)).toBe(error);
		expect(error.context.itemIndex).toBe(5);
	});

	it.each([
		new WeChatApiError('/x', 40001, 'bad access_token=SECRETSECRET'),
		new WeChatTransportError(
			'/x',
			'GET /x?access_token=SECRETSECRET',
			'secret=SECRETSECRET',
			'unknown',
		),
		new UserInputError('appsecret=SECRETSECRET', '{"secret":"SECRETSECRET"}'),
		new Error('request to https://a/?access_token=SECRETSECRET&x=1 failed'),
		'access_token=SECRETSECRET',
	])('never show a secret (%#)', (error) => {
		const { message, description } = describeError(error);
		expect(`${message} ${description}`).not.toContain('SECRETSECRET');
		const nodeError = toNodeError(NODE, error, 0);
		const shown = JSON.stringify([nodeError, nodeError.message, nodeError.stack, nodeError.cause]);
		expect(shown).not.toContain('SECRETSECRET');
	});
});
