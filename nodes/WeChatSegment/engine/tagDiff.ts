export interface TagChanges {
	add: string[];
	remove: string[];
}

/**
 * What has to change so that a follower has the wanted tags. Only managed tags are taken away: all
 * others belong to somebody else.
 */
export function diffTags(wanted: string[], current: string[], managed: Set<string>): TagChanges {
	const [want, have] = [new Set(wanted), new Set(current)];
	return {
		add: [...want].filter((tag) => !have.has(tag)),
		remove: [...have].filter((tag) => managed.has(tag) && !want.has(tag)),
	};
}
