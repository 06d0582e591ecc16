import type { INodeExecutionData } from 'n8n-workflow';
import { resources } from '../../../nodes/WeChatOfficialAccount/actions/registry';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { menuCalendar } from '../../../nodes/shared/records/tables/menuCalendar';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runAction } from '../../harness/engine';
import { dataTableRecords } from '../../harness/records';
import { ROWS } from './rows';

const FILES: Record<string, string> = {
	jpg: 'image/jpeg',
	png: 'image/png',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
};

function binaryOf(extension?: string): INodeExecutionData['binary'] {
	if (!extension) return undefined;
	const data = Buffer.from('abc').toString('base64');
	const mimeType = FILES[extension] ?? '';
	return { data: { data, fileName: `file.${extension}`, mimeType } };
}

const all = resources.flatMap(({ option, operations }) =>
	operations.map((operation) => ({ of: `${option.value} ${operation.option.value}`, operation })),
);

describe('every operation', () => {
	const account = useAccount();

	it.each(ROWS.map((row) => [row.of, row.requests.map(([request]) => request).join(', '), row]))(
		'%s sends %s',
		async (of, _requests, { given, calendar, item, parameters = {}, file, requests, waits }) => {
			given?.(account.state);
			if (calendar) {
				const prefix = tablePrefix(account.state.account.appId);
				const records = dataTableRecords(dataTablesOf(account.credentials), prefix);
				await records.put(menuCalendar, calendar);
			}
			const [resource = '', operation = ''] = of.split(' ');
			const result = await runAction(
				resource,
				operation,
				parameters as never,
				[item ?? {}],
				account.credentials,
				undefined,
				binaryOf(file),
			);
			expect(result.error?.message).toBeUndefined();
			expect(result.waitTill !== undefined).toBe(waits === true);
			expect(result.items.length > 0).toBe(waits !== true);
			expect(result.items.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
			const calls = account.calls();
			expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(
				requests.map(([request]) => request),
			);
			requests.forEach(([, expected], position) => {
				if (expected) expect(calls[position]).toMatchObject(expected);
			});
			const declared = all.find((entry) => entry.of === of)?.operation.endpoints ?? [];
			for (const [request] of requests) expect(declared).toContain(request);
		},
	);

	it('is in this list, with every endpoint it declares', () => {
		const shown = new Set(ROWS.flatMap(({ of, requests }) => requests.map(([r]) => `${of} ${r}`)));
		const listed = new Set(ROWS.map(({ of }) => of));
		// It calls n8n, not WeChat; see wait.test.ts.
		listed.add('customerServiceMessage resumeWithAnswer');
		for (const { of, operation } of all) {
			expect(listed).toContain(of);
			for (const endpoint of operation.endpoints) {
				const elsewhere = endpoint === 'GET /cgi-bin/tags/get';
				if (!elsewhere) expect(shown).toContain(`${of} ${endpoint}`);
			}
		}
	});

	it.each(
		ROWS.filter(({ of }) =>
			all.some((each) => each.of === of && 'outgoingAt' in each.operation),
		).map((row) => [row.of, row]),
	)(
		'%s goes out once with the same key',
		async (of, { given, parameters = {}, file, requests }) => {
			given?.(account.state);
			const [resource = '', operation = ''] = of.split(' ');
			const once = { ...parameters, onlyOnce: true, onlyOnceKey: 'order-1' };
			const run = async () =>
				await runAction(
					resource,
					operation,
					once as never,
					[{}],
					account.credentials,
					undefined,
					binaryOf(file),
				);
			const [first, second] = [await run(), await run()];
			expect(first.error?.message).toBeUndefined();
			expect(second.items.map(({ json }) => json)).toEqual(
				first.items.map(({ json }) => ({ ...json, alreadySent: true })),
			);
			expect(account.calls()).toHaveLength(requests.length);
		},
	);

	it.each(ROWS.filter(({ requests }) => requests.length > 0).map((row) => [row.of, row]))(
		'%s explains an error of WeChat',
		async (of, { given, parameters = {}, file, requests }) => {
			given?.(account.state);
			const path = requests[0]?.[0].split(' ')[1] ?? '';
			account.simulator.platform.faults.add({ path, errcode: 48001 });
			const [resource = '', operation = ''] = of.split(' ');
			const { error } = await runAction(
				resource,
				operation,
				parameters as never,
				[{}],
				account.credentials,
				undefined,
				binaryOf(file),
			);
			// The ticket of the JS-SDK is kept from the row before.
			if (of === 'jsSdk signUrl') return;
			expect(error?.message).toBe(
				'This account is not allowed to call this API (WeChat error 48001)',
			);
			expect(error?.description).toContain('verified');
		},
	);
});
