import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { optionalText, text } from '../../../shared/operations/fields';
import { attempt } from '../../../shared/records/attempt';
import { collectPages } from '../../../shared/transport/paging';
import { batchOperation, type Outcome } from '../operation';
import { holdersPage } from './getTagFollowers.operation';
import { changeTags } from './tagging';
import { tagsOfRun } from './tags';

/** Names are parted by commas or lines: a name may hold a space. */
const namesIn = (list: string): string[] =>
	list
		.split(/[,，、;；\n]+/)
		.map((name) => name.trim())
		.filter((name) => name !== '');

interface Item {
	openId: string;
	tags: string;
	managedTags: string;
}

interface Changes {
	added: string[];
	removed: string[];
	error?: unknown;
}

/** Who has a tag; nobody, when the account has none of this name. */
async function holdersOf(ctx: IExecuteFunctions, name: string): Promise<ReadonlySet<string>> {
	const known = (await tagsOfRun(ctx)).find((tag) => tag.name === name);
	if (!known) return new Set();
	return new Set(
		await collectPages<string, string>(async (cursor) => await holdersPage(ctx, known.id, cursor)),
	);
}

/** Gives or takes a tag, and notes with each item what has become of it. */
async function change(
	ctx: IExecuteFunctions,
	name: string,
	items: ReadonlyArray<{ openId: string; changes: Changes }>,
	isGiven: boolean,
): Promise<void> {
	const wishes = items.map(({ openId }) => ({
		tag: { by: 'name' as const, value: name },
		openIds: [openId],
		createIfMissing: isGiven,
	}));
	const outcomes = isGiven
		? await changeTags(ctx, wishes, 'batchtagging', 'tagged')
		: await changeTags(ctx, wishes, 'batchuntagging', 'untagged');
	outcomes.forEach((outcome, position) => {
		const changes = items[position]?.changes;
		if (!changes) return;
		if ('error' in outcome) changes.error ??= outcome.error;
		else (isGiven ? changes.added : changes.removed).push(name);
	});
}

async function bringAll(ctx: IExecuteFunctions, items: readonly Item[]): Promise<Outcome[]> {
	const each = items.map(({ openId, tags, managedTags }) => {
		const changes: Changes = { added: [], removed: [] };
		if (openId === '') {
			changes.error = new UserInputError("'OpenID' is empty", "Fill in 'OpenID'.");
		}
		const wanted = new Set(namesIn(tags));
		return { openId, wanted, managed: new Set([...wanted, ...namesIn(managedTags)]), changes };
	});
	const names = new Set(each.flatMap(({ managed }) => [...managed]));
	for (const name of names) {
		const meant = each.filter(({ openId, managed }) => openId !== '' && managed.has(name));
		const holders = await holdersOf(ctx, name);
		const gets = meant.filter(({ openId, wanted }) => wanted.has(name) && !holders.has(openId));
		const loses = meant.filter(({ openId, wanted }) => !wanted.has(name) && holders.has(openId));
		await change(ctx, name, gets, true);
		await change(ctx, name, loses, false);
	}
	return each.map(
		({ openId, changes: { added, removed, error } }): Outcome =>
			error === undefined ? { json: { openId, added, removed } } : { error },
	);
}

/** Only what has to change goes to WeChat; followers who are not among the items keep what they have. */
export const bringIntoStep = batchOperation({
	option: {
		name: 'Bring Into Step',
		value: 'bringIntoStep',
		action: 'Bring tags into step',
		description:
			'Give followers the tags that they should have and take those that they should not; followers who are not among the items stay as they are',
	},
	endpoints: [
		'GET /cgi-bin/tags/get',
		'POST /cgi-bin/user/tag/get',
		'POST /cgi-bin/tags/create',
		'POST /cgi-bin/tags/members/batchtagging',
		'POST /cgi-bin/tags/members/batchuntagging',
	],
	limits: '50 followers per call, 20 tags per follower',
	fields: {
		openId: text('OpenID', { default: '={{ $json.openId }}' }),
		tags: optionalText('Tags', {
			default: '={{ $json.tags }}',
			placeholder: 'e.g. 会员群,活跃成员',
			description:
				'Names of the tags that the follower should have, comma-separated. Missing ones are created.',
		}),
		managedTags: optionalText('Managed Tags', {
			default: '={{ $json.managedTags }}',
			placeholder: 'e.g. 会员群,活跃成员',
			description:
				"Names of all tags that this is about, comma-separated: those of them that are not among 'Tags' are taken away. Other tags stay as they are.",
		}),
	},
	async executeAll(ctx, items) {
		const done = await attempt(async () => await bringAll(ctx, items));
		return 'value' in done ? done.value : items.map(() => ({ error: done.error }));
	},
});
