import { ranged } from '../../shared/engagement/numbers';
import { itemwise } from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import { collection, field, optionalText, text, writtenText } from '../../shared/operations/fields';
import { keywords } from '../../shared/records/tables/keywords';
import { audit } from '../engine/audit';
import { hasReply, readKeyword, readTable } from '../engine/library';
import { holderOf } from '../engine/phrases';
import type { Keyword } from '../engine/types';
import { keywordKey } from '../records/libraryChanges';

const fields = {
	keyword: text('Keyword', {
		placeholder: 'e.g. 优惠券',
		description: 'The word, as it is also shown among candidates',
	}),
	reply: writtenText('Reply', {
		typeOptions: { rows: 3 },
		placeholder: 'e.g. 点菜单“会员-领券中心”领取',
		hint: 'Several replies are separated by a line of three hyphens; one is chosen at random',
	}),
	level: field(
		{
			displayName: 'Level',
			type: 'options',
			options: [
				{ name: 'Brand (品牌)', value: 'brand' },
				{ name: 'Function (功能)', value: 'function' },
				{ name: 'Product (产品)', value: 'product' },
			],
			default: 'function',
			description:
				'What is asked (function) outweighs what it is asked about (product) and of whom (brand)',
		},
		(value = 'function') => String(value),
	),
	variants: optionalText('Variants', {
		placeholder: 'e.g. 代金券, 领*券',
		description:
			'Other words for the keyword, separated by commas. * stands for up to six characters.',
	}),
	questions: optionalText('Questions', {
		typeOptions: { rows: 2 },
		placeholder: 'e.g. 我领的券在哪里看',
		description: 'Whole questions that this keyword answers, separated by commas or lines',
	}),
	options: collection('Options', 'Add option', {
		cooldownMinutes: ranged(
			'Cooldown (Minutes)',
			{ fallback: 0 },
			{
				description:
					'A person who asks the same again within these minutes was not helped: the message goes to a person',
			},
		),
		exclude: optionalText('Exclude', {
			placeholder: 'e.g. 龙井虾仁',
			description: 'Words that rule the keyword out, separated by commas',
		}),
		priority: ranged(
			'Priority',
			{ fallback: 1 },
			{ description: 'Factor of the score; more wins over other keywords in the same message' },
		),
		validFrom: optionalText('Valid From', {
			placeholder: 'e.g. 2026-12-01',
			description: 'First day on which the keyword counts',
		}),
		validTo: optionalText('Valid To', {
			placeholder: 'e.g. 2026-12-31',
			description: 'Last day on which the keyword counts, to its end',
		}),
	}),
};

/** What an audit would say about the new keyword beside the others. */
function warningsFor(library: readonly Keyword[], added: Keyword): string[] {
	const { findings } = audit([...library, added], [], { from: 0, to: Date.now() });
	return findings
		.filter(
			({ kind, keywordId, otherId }) =>
				['contradictory', 'overlapping'].includes(kind) && [keywordId, otherId].includes(added.id),
		)
		.map(({ detail }) => detail);
}

export const addKeyword = itemwise({
	option: {
		name: 'Add Keyword',
		value: 'addKeyword',
		action: 'Add a keyword to the library',
		description:
			'Fill the library, e.g. from a form; a word that is there already is not added again',
	},
	outputs: { added: 'Added', exists: 'Already There' },
	fields,
	tables: [keywords],
	async execute({ json, records }, values) {
		const { keyword, reply, level, variants, questions, options } = values;
		const given = {
			key: keywordKey(keyword),
			keyword,
			reply,
			level,
			variants,
			questions,
			exclude: options.exclude ?? '',
			priority: options.priority ?? 1,
			cooldownMinutes: options.cooldownMinutes ?? 0,
			validFrom: options.validFrom ?? '',
			validTo: options.validTo ?? '',
		};
		const read = readKeyword(given, keyword);
		if (!hasReply(read)) {
			throw new UserInputError("'Reply' is empty", 'Write what followers are to be answered.');
		}
		const library = readTable(await records.read(keywords)).keywords;
		const holder = holderOf(library, keyword);
		const [added] = holder ? [] : await records.add(keywords, [given]);
		if (!added?.isNew) {
			const exists = holder
				? { keywordId: holder.id, keyword: holder.keyword, reply: holder.replies.join('\n---\n') }
				: { keywordId: given.key, keyword, reply: added?.row.reply ?? '' };
			const summary = `“${keyword}”已在关键词库里（${exists.keyword}），没有重复添加`;
			return [{ to: 'exists', json: { ...json, exists, summary } }];
		}
		const warnings = warningsFor(library, read);
		const summary = [`“${keyword}”已加入关键词库`, ...warnings].join('\n');
		return [{ to: 'added', json: { ...json, keywordId: given.key, warnings, summary } }];
	},
});
