import type { RowOf } from '../../shared/records/table';
import type { channels } from '../../shared/records/tables/channels';
import type { interactions } from '../../shared/records/tables/interactions';
import { traceKey, type traces } from '../../shared/records/tables/traces';
import type { Contact } from '../../shared/contact/contact';

/** What is known, over all channels. */
export interface FunnelRows {
	channels: ReadonlyArray<RowOf<typeof channels>>;
	contacts: readonly Contact[];
	/** Of people who have left. */
	traces: ReadonlyArray<RowOf<typeof traces>>;
	/** Scans of people who followed before. */
	scans: ReadonlyArray<RowOf<typeof interactions>>;
	orders: ReadonlyArray<RowOf<typeof interactions>>;
}

/** How far people came by one channel; each person counts once. */
export interface ChannelFunnel {
	scene: string;
	name: string;
	tag: string;
	scanned: number;
	followed: number;
	stillThere: number;
	spoke: number;
	ordered: number;
}

/** The scenes that people came by which have no channel are channels without a name. */
function namedChannels({
	channels,
	contacts,
	traces,
}: FunnelRows): Array<[string, string, string]> {
	const named = new Map(channels.map(({ scene, name, tag }) => [scene, { name, tag }]));
	for (const { scene } of [...contacts, ...traces]) {
		if (scene !== '' && !named.has(scene)) named.set(scene, { name: scene, tag: '' });
	}
	return [...named].map(([scene, { name, tag }]) => [scene, name, tag]);
}

/** Groups rows by their scene. */
function byScene<R>(rows: readonly R[], sceneOf: (row: R) => string): Map<string, R[]> {
	const groups = new Map<string, R[]>();
	for (const row of rows) {
		const scene = sceneOf(row);
		const group = groups.get(scene);
		if (group) group.push(row);
		else groups.set(scene, [row]);
	}
	return groups;
}

/**
 * Scanned, followed, still there, spoke, ordered, by channel, the largest first. Who left counts by the trace; who
 * left and came back counts once.
 */
export function funnelOf(rows: FunnelRows, appId: string): ChannelFunnel[] {
	const here = new Set(rows.contacts.map(({ openId }) => traceKey(appId, openId)));
	const gone = byScene(
		rows.traces.filter(({ key }) => !here.has(key)),
		({ scene }) => scene,
	);
	const came = byScene(rows.contacts, ({ scene }) => scene);
	const scans = byScene(rows.scans, ({ eventKey }) => eventKey);
	const buyers = new Set(rows.orders.map(({ openId }) => openId));
	return namedChannels(rows)
		.map(([scene, name, tag]) => {
			const present = came.get(scene) ?? [];
			const left = gone.get(scene) ?? [];
			const openIds = new Set(
				[...present, ...(scans.get(scene) ?? [])].map(({ openId }) => openId),
			);
			return {
				scene,
				name,
				tag,
				scanned: openIds.size + left.length,
				followed: present.length + left.length,
				stillThere: present.filter(({ isFollower }) => isFollower).length,
				spoke:
					present.filter(({ lastContactAt }) => lastContactAt !== null).length +
					left.filter(({ hasSpoken }) => hasSpoken).length,
				ordered:
					present.filter(({ openId }) => buyers.has(openId)).length +
					left.filter(({ hasOrdered }) => hasOrdered).length,
			};
		})
		.sort((one, other) => other.followed - one.followed || other.scanned - one.scanned);
}

/** One line for people. */
export const funnelLine = (funnel: ChannelFunnel): string => {
	const { name, scanned, followed, stillThere, spoke, ordered } = funnel;
	return `${name}：扫码 ${scanned} 人，关注 ${followed} 人，还在 ${stillThere} 人，说过话 ${spoke} 人，下单 ${ordered} 人`;
};
