/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import type { INodeParameters } from 'n8n-workflow';
import { PACKAGE_NAME } from '../../nodes/shared/constants';
import type { Access } from '../../nodes/WeChatOfficialAccount/actions/operation';
import { resources } from '../../nodes/WeChatOfficialAccount/actions/registry';
import { CANVASES } from '../../scripts/canvases';
import { fileOf } from '../../scripts/canvases/files';
import type { CanvasNode } from '../../scripts/canvases/lib/nodes';
import type { AccountKind } from '../../scripts/canvases/lib/runs';
import { LANGUAGES } from '../../scripts/canvases/lib/words';
import { samplesPages } from '../../scripts/canvases/samplesPage';

/** What each kind of account may call. */
const MAY: Readonly<Record<AccountKind, readonly Access[]>> = {
	personal: ['all'],
	subscription: ['all', 'verified'],
	service: ['all', 'verified', 'service'],
};

/**
 * What the engagement nodes need to do all that they can: by type, or by type and operation. What is not named here
 * calls nothing, or can do without what it calls (a reply, within the five seconds).
 */
const NEEDS: Readonly<Record<string, Access>> = {
	'weChatCampaign deliver': 'service',
	weChatComments: 'verified',
	'weChatContacts importFollowers': 'verified',
	'weChatContacts write': 'verified',
	'weChatMetrics collect': 'verified',
	'weChatSla answer': 'verified',
	'weChatSla check': 'verified',
};

/** A code whose scan is waited for has to be made. */
const isForScans = ({ triggerOn }: INodeParameters): boolean =>
	Array.isArray(triggerOn) && triggerOn.some((kind) => kind === 'event.SCAN');

function needOf({ type, parameters: values }: CanvasNode): Access {
	const name = type.slice(PACKAGE_NAME.length + 1);
	const parameters = values as INodeParameters;
	const { resource, operation } = parameters;
	if (isForScans(parameters)) return 'service';
	if (name !== 'weChatOfficialAccount') {
		return NEEDS[name] ?? NEEDS[`${name} ${String(operation)}`] ?? 'all';
	}
	const group = resources.find(({ option }) => option.value === resource);
	const found = group?.operations.find(({ option }) => option.value === operation);
	return found?.access ?? group?.access ?? 'service';
}

const rows = CANVASES.flatMap(({ number, nodes, overview }) =>
	Object.entries(overview.runs).map(([kind, runs]) => ({
		number,
		kind: kind as AccountKind,
		runs,
		needs: Object.values(nodes).map(needOf),
	})),
);

describe('what a canvas says about accounts', () => {
	it.each(rows)('$number on $kind: whole where the account may do all of it', (row) => {
		const { kind, runs, needs } = row;
		const isAllowed = needs.every((need) => MAY[kind].includes(need));
		expect(runs === 'whole').toBe(isAllowed);
	});

	it.each(samplesPages())('stands in docs/%s, with every canvas', (page, markdown) => {
		const lines = (text: string) =>
			text
				.split('\n')
				.map((line) => line.replace(/ {2,}/g, ' '))
				.filter((line) => line.startsWith('| ['));
		expect(lines(readFileSync(`docs/${page}`, 'utf8'))).toEqual(lines(markdown));
	});
});

describe.each(LANGUAGES)('the table of samples in the README, %s', (language) => {
	it('leads to every canvas of its set', () => {
		const text = readFileSync(language === 'zh' ? 'README.zh-CN.md' : 'README.md', 'utf8');
		const missing = CANVASES.map((canvas) => `workflows/${fileOf(canvas, language)}`).filter(
			(file) => !text.includes(`(${file})`),
		);
		expect(missing).toEqual([]);
	});
});
