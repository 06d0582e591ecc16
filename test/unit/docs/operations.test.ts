/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { resources } from '../../../nodes/WeChatOfficialAccount/actions/registry';

const PAGES = ['faq', 'moving'].flatMap((name) => [`docs/${name}.md`, `docs/zh-CN/${name}.md`]);

const operations = new Map(
	resources.map(({ option, operations: all }) => [
		option.name,
		new Set(all.map((operation) => operation.option.name)),
	]),
);

/** `_Resource > Operation_`, and what follows in the same cell without its resource: `_Operation_`. */
function namedIn(text: string): Array<[resource: string, operation: string]> {
	return text.split(/[|\n]/).flatMap((cell) => {
		let resource = '';
		return [...cell.matchAll(/_([A-Z][^_>:]*?)(?: > ([^_]+))?_/g)].flatMap(
			([, first = '', second]): Array<[string, string]> => {
				if (second !== undefined) {
					resource = first;
					return [[resource, second]];
				}
				return resource === '' ? [] : [[resource, first]];
			},
		);
	});
}

it.each(PAGES)('%s names operations that the node has', (page) => {
	const named = namedIn(readFileSync(page, 'utf8'));
	expect(named.length).toBeGreaterThan(3);
	expect(
		named.filter(([resource, operation]) => !operations.get(resource)?.has(operation)),
	).toEqual([]);
});
