import { lookupIn } from '../../locales/catalogue';
import { readCatalogues, SHARED } from '../../locales/readCatalogues';
import { translatedCredential, translatedDescription } from '../../locales/translated';
import { withTexts, type Lookup } from '../../locales/texts';
import { loadPackage } from '../harness/nodeTypes';

const FOLDER = 'locales/zh-CN';
const CREDENTIALS = ['weChatOfficialAccountApi', 'weChatStaffRobotApi'];

const catalogues = readCatalogues(FOLDER);
const shared = catalogues.get(SHARED) ?? {};

interface Made {
	name: string;
	english: object;
	chinese: object;
}

/** Nodes and credentials in both languages, with what is missing, and the entries that were used. */
async function makeAll(): Promise<{ made: Made[]; missing: string[]; used: Set<string> }> {
	const { names, nodeTypes, credentialType } = await loadPackage();
	const missing: string[] = [];
	const used = new Set<string>();
	const lookupOf = (name: string): Lookup =>
		lookupIn(
			[catalogues.get(name) ?? {}, shared],
			(catalogue, key) => used.add(`${catalogue === shared ? SHARED : name}: ${key}`),
			(text) => missing.push(`${name}: ${text}`),
		);
	const nodes = names.map((full): Made => {
		const { description: english } = nodeTypes.getByNameAndVersion(full);
		const chinese = translatedDescription(english, lookupOf(english.name));
		return { name: english.name, english, chinese };
	});
	const credentials = CREDENTIALS.map((name): Made => {
		const { displayName, properties, test } = credentialType(name);
		const chinese = translatedCredential(credentialType(name), lookupOf(name));
		return { name, english: { displayName, properties, test }, chinese };
	});
	return { made: [...nodes, ...credentials], missing, used };
}

describe('the Chinese build', () => {
	it('has every text of every node and credential, and none that is no longer shown', async () => {
		const { missing, used } = await makeAll();
		expect(missing).toEqual([]);
		const obsolete = [...catalogues].flatMap(([name, catalogue]) =>
			Object.keys(catalogue)
				.map((key) => `${name}: ${key}`)
				.filter((entry) => !used.has(entry)),
		);
		expect(obsolete).toEqual([]);
	});

	it('has the parameters, values and defaults of the English one, so that workflows move freely', async () => {
		const { made } = await makeAll();
		for (const { english, chinese } of made) {
			const bare = (description: object) => ({ ...withTexts(description, () => ''), subtitle: '' });
			// Labels of branches stand between quotes whatever their language.
			const unlabelled = (description: object) =>
				JSON.stringify(bare(description)).replace(
					/\\"[^"\\]*[\p{Script=Han}][^"\\]*\\"/gu,
					'\\"\\"',
				);
			expect(unlabelled(chinese)).toBe(unlabelled(english));
		}
	});

	it('has branches and subtitles that n8n reads to their ends', async () => {
		const { made } = await makeAll();
		const { length } = made.filter(({ chinese }) => 'subtitle' in chinese);
		expect(length).toBe(made.length - CREDENTIALS.length);
		for (const { chinese } of made) {
			for (const value of Object.values(chinese).map(String)) {
				if (value.startsWith('={{')) expect(value.indexOf('}}')).toBe(value.length - 2);
			}
		}
	});

	it('puts examples and lists of tables together, and says what it does not know', () => {
		const missing: string[] = [];
		const lookup = lookupIn(
			[{ Menu: '自定义菜单', 'Menu @document': '菜单', 'a: x': '甲', 'b: y': '乙' }],
			undefined,
			(text) => missing.push(text),
		);
		expect(lookup('Menu', 'resource')).toBe('自定义菜单');
		expect(lookup('Menu', 'document')).toBe('菜单');
		expect(lookup('e.g. 2026-11-24', 'day')).toBe('例如 2026-11-24');
		expect(lookup('a: x · b: y', 'keepRecordsIn')).toBe('甲 · 乙');
		expect(lookup('e.g. words with commas', 'words')).toBe('e.g. words with commas');
		expect(missing).toEqual(['e.g. words with commas']);
	});
});
