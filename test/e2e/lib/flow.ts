/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Simulator } from '../../simulator/server';

type Json = Record<string, unknown>;

export const CREDENTIAL = 'weChatOfficialAccountApi';
const PACKAGE = 'n8n-nodes-wechat-engagement';
const TRIGGER = 'weChatOfficialAccountTrigger';

/** Credential data for the account of a simulator. */
export function credentialData({ url, platform }: Simulator, isEncrypted = false): Json {
	const { appId, appSecret, token, encodingAesKey } = platform.state.account;
	return {
		appId,
		appSecret,
		token,
		encodingAesKey: isEncrypted ? encodingAesKey : '',
		apiBaseUrl: url,
	};
}

export interface FlowNode {
	name: string;
	/** Bare name for a node of the package, full name for a core node. */
	type: string;
	parameters?: Json;
	typeVersion?: number;
	[setting: string]: unknown;
}

let webhookCount = 0;

/** A workflow of nodes in a row. */
export function flow(name: string, nodes: FlowNode[]): Json & { webhookPath: string } {
	webhookCount += 1;
	const webhookId = `e2e-${process.pid}-${webhookCount}`;
	const connections: Record<string, Json> = {};
	nodes.slice(1).forEach((node, position) => {
		const before = nodes[position]?.name ?? '';
		connections[before] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return {
		name,
		webhookPath: nodes.some(({ type }) => type === TRIGGER) ? `${webhookId}/wechat` : '',
		nodes: nodes.map(({ type, typeVersion, parameters = {}, ...rest }, position) => ({
			id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
			type: type.includes('.') ? type : `${PACKAGE}.${type}`,
			typeVersion: typeVersion ?? (type === TRIGGER ? 1.1 : 1),
			position: [position * 220, 0],
			parameters,
			webhookId,
			credentials: type.includes('.') ? {} : { [CREDENTIAL]: { name: 'WeChat account' } },
			...rest,
		})),
		connections,
		settings: { executionOrder: 'v1' },
	};
}
