import { perAccount } from '../../shared/engagement/perAccount';
import {
	allAtOnce,
	type At,
	type Item,
	type Result,
} from '../../shared/engagement/recordOperation';
import { integer, text } from '../../shared/operations/fields';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywords } from '../../shared/records/tables/keywords';
import { RowReader } from '../../shared/rows/row';
import { wordDrafts, type FrequentWord } from '../engine/wordDrafts';
import { hotWordsText } from '../engine/summaryText';
import { Library } from '../records/library';

/** More is read by nobody. */
const MOST_WORDS = 10;

const fields = {
	word: text('Word Column', {
		default: 'word',
		placeholder: 'e.g. word',
		description: 'Field of the items that holds the word',
		requiresDataPath: 'single',
	}),
	mostWords: integer('Words', [1, 50], {
		default: MOST_WORDS,
		description: 'So many of the items are looked at, from the first on',
	}),
};

/** A word as Text Insight gives it. */
function wordOf({ json, itemIndex }: At, column: string): FrequentWord {
	const reader = new RowReader(json, `Item ${itemIndex + 1}`);
	const examples = reader.text('examples', '');
	return {
		word: reader.text(column).trim(),
		texts: reader.number('documents', { fallback: 0 }),
		examples: examples.split(' | ').filter((example) => example !== ''),
	};
}

async function proposeWordsOf(
	first: Item<typeof fields>,
	group: ReadonlyArray<Item<typeof fields>>,
): Promise<Array<Result<'summary'>>> {
	const { records, now } = first.at;
	const { word: column, mostWords } = first.values;
	const words = group.slice(0, mostWords).map(({ at }) => wordOf(at, column));
	const [rows, earlier] = await Promise.all([records.read(keywords), records.read(keywordDrafts)]);
	const drafts = wordDrafts(words, new Library(rows), earlier, now).map((draft) => ({
		...draft,
		status: 'proposed',
		proposedAt: now,
	}));
	const added = await records.add(keywordDrafts, drafts);
	const proposed = added.filter(({ isNew }) => isNew).map(({ row }) => row.keyword);
	const summary = hotWordsText(words, proposed);
	return [{ to: 'summary', json: { words: words.map((one) => ({ ...one })), proposed, summary } }];
}

/** Hot words for the staff; those that the library has no answer to become proposals. */
export const proposeWords = allAtOnce({
	option: {
		name: 'Propose Words',
		value: 'proposeWords',
		action: 'Propose hot words as keywords',
		description:
			'Take the hot words of Text Insight: those that the library has no answer to become proposals. Nothing changes until somebody approves.',
	},
	outputs: { summary: 'Summary' },
	fields,
	tables: [keywordDrafts, keywords],
	executeAll: async (items) => await perAccount(items, proposeWordsOf),
});
