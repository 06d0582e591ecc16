/** A menu that was published, taken away, or could not be. */
export interface Change {
	what: 'notPublished' | 'published' | 'removed';
	/** Name of the menu; '' where there is none. */
	name: string;
	/** '' for the menu that everybody sees. */
	tag: string;
	/** Why it could not be; otherwise ''. */
	problem: string;
}

function lineOf({ what, name, tag, problem }: Change): string {
	const who = tag === '' ? '菜单' : `标签“${tag}”的菜单`;
	if (what === 'removed') return `${who}已到期撤下，这些粉丝看到日常菜单。`;
	if (what === 'published') return `${who}已换成“${name}”。`;
	return `${who}${name === '' ? '' : `“${name}”`}没有发布：${problem}`;
}

/** What staff reads about changes. */
export function changesText(changes: readonly Change[]): string {
	const lines = changes.map(lineOf);
	if (changes.some(({ what }) => what !== 'notPublished')) lines.push('粉丝会在 24 小时内看到。');
	return lines.join('\n');
}
