import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../../shared/engagement/outputs';
import type { RowReader } from '../../shared/rows/row';
import { splitList } from '../../shared/text/list';
import type { Segment } from '../engine/segments';
import { diffTags } from '../engine/tagDiff';
import { tagNamesOf } from '../parameters';
import { listOf, readItems, readKnown, requireRows, segmentOf } from '../rows';

const TAGS_TO_ADD = 0;
const TAGS_TO_REMOVE = 1;

/** Tags of a row: column `tags` or `tag`, otherwise the tag of its segment. */
function tagsOf(reader: RowReader, names: Map<Segment, string>): string[] {
	if (Array.isArray(reader.row.tags) || reader.has('tags')) return listOf(reader, 'tags');
	if (reader.has('tag')) return [reader.text('tag')];
	return reader.has('segment') ? [names.get(segmentOf(reader, 'segment')) ?? ''] : [];
}

function wantedOf(reader: RowReader, names: Map<Segment, string>): string[] {
	const wanted = tagsOf(reader, names);
	if (wanted.length > 0 || 'tags' in reader.row) return wanted;
	throw reader.error(
		'segment',
		"is missing, and so are 'tag' and 'tags'",
		'Give the rows of Score, or rows with a column that names the wanted tags.',
	);
}

/** *Tag Diff*: wanted and current tags in, one item per tag to give or to take out. */
export function tagDiff(ctx: IExecuteFunctions, outputs: Outputs): void {
	const names = tagNamesOf(ctx);
	const managed = new Set([
		...names.values(),
		...splitList(String(ctx.getNodeParameter('moreManagedTags', 0))),
	]);
	const current = new Map<string, string[]>();
	readKnown(ctx, 'currentTags', 'Current Tags', (reader) => {
		const openId = reader.text('openId');
		current.set(openId, [...(current.get(openId) ?? []), ...tagsOf(reader, names)]);
	});
	const wanted = new Map<string, { tags: Set<string>; items: number[] }>();
	const count = readItems(ctx, outputs, (reader, itemIndex) => {
		const openId = reader.text('openId');
		const own = wanted.get(openId) ?? { tags: new Set(), items: [] };
		for (const tag of wantedOf(reader, names)) own.tags.add(tag);
		own.items.push(itemIndex);
		wanted.set(openId, own);
	});
	requireRows(count, 'followers with wanted tags');
	for (const [openId, { tags, items }] of wanted) {
		const { add, remove } = diffTags([...tags], current.get(openId) ?? [], managed);
		const change = (output: number, action: string, tag: string) =>
			outputs.add(output, { key: `${openId}:${tag}`, openId, tag, action }, items);
		for (const tag of add) change(TAGS_TO_ADD, 'add', tag);
		for (const tag of remove) change(TAGS_TO_REMOVE, 'remove', tag);
	}
}
