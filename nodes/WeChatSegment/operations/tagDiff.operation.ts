import { knownRowsField } from '../../shared/engagement/rows';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { mapped, optionalText } from '../../shared/operations/fields';
import type { Row, RowReader } from '../../shared/rows/row';
import { splitList } from '../../shared/text/list';
import { listOf, segmentOf } from '../engine/readRows';
import type { Segment } from '../engine/segments';
import { diffTags } from '../engine/tagDiff';
import { readItems, readKnown, requireRows } from './rows';
import { tagFields, tagNamesOf } from './tagFields';

const TAGS_TO_ADD = 0;
const TAGS_TO_REMOVE = 1;

type TagNames = ReadonlyMap<Segment, string>;

/** Tags of a row: column `tags` or `tag`, otherwise the tag of its segment. */
function tagsOf(reader: RowReader, names: TagNames): string[] {
	if (Array.isArray(reader.row.tags) || reader.has('tags')) return listOf(reader, 'tags');
	if (reader.has('tag')) return [reader.text('tag')];
	return reader.has('segment') ? [names.get(segmentOf(reader, 'segment')) ?? ''] : [];
}

function wantedOf(reader: RowReader, names: TagNames): string[] {
	const wanted = tagsOf(reader, names);
	if (wanted.length > 0 || 'tags' in reader.row) return wanted;
	throw reader.error(
		'segment',
		"is missing, and so are 'tag' and 'tags'",
		'Give the rows of Score, or rows with a column that names the wanted tags.',
	);
}

/** The tags that each follower has. */
function currentOf(rows: readonly Row[], names: TagNames): Map<string, string[]> {
	const current = new Map<string, string[]>();
	readKnown(rows, 'Current Tags', (reader) => {
		const openId = reader.text('openId');
		const tags = current.get(openId) ?? [];
		for (const tag of tagsOf(reader, names)) tags.push(tag);
		current.set(openId, tags);
	});
	return current;
}

/** Wanted and current tags in, one item per tag to give or to take out. */
export const tagDiff = rowOperation({
	option: {
		name: 'Tag Diff',
		value: 'tagDiff',
		action: 'Find the tags to change',
		description: 'Compare wanted with current tags and return only what has to change',
	},
	outputs: ['Tags to Add', 'Tags to Remove'],
	fields: {
		currentTags: knownRowsField({
			label: 'Current Tags',
			hint: 'Rows with openId and tags (a list, or text with commas), or stored segment rows',
		}),
		...tagFields,
		moreManagedTags: mapped(
			optionalText('More Managed Tags', {
				placeholder: 'e.g. 活跃用户, 新客',
				description:
					'Comma-separated tags that this node may take away besides those of the segments. All other tags stay as they are.',
			}),
			splitList,
		),
	},
	run: ({ ctx, outputs }, values) => {
		const names = tagNamesOf(values);
		const managed = new Set([...names.values(), ...values.moreManagedTags]);
		const current = currentOf(values.currentTags(ctx), names);
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
	},
});
