import { filterBy, hasField, locator, segment, setFields, wechatApi } from '../lib/nodes.mjs';
import { ACTIVE_TAG } from './shared.mjs';

export function tagActive(w, isDaily) {
	const section = w.section(
		`## 11. 活跃成员\n每周对比标签：够活跃的打上“${ACTIVE_TAG}”，不再活跃的取下。只改有变化的人。`,
		{ line: 9 },
	);
	const wanted = section.put(
		'Wanted tags',
		setFields({
			openId: '={{ $json.openId }}',
			tags: `={{ $json.isActive ? '${ACTIVE_TAG}' : '' }}`,
		}),
		0,
		0,
	);
	const holders = section.put(
		'Holders of the tag',
		wechatApi('tag', 'getTagFollowers', { tag: locator(ACTIVE_TAG, 'name'), returnAll: true }),
		0,
		1,
		// Before the first run the account has no such tag.
		{ executeOnce: true, onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const current = section.put(
		'Present tags',
		setFields({
			openId: "={{ $json.openId ?? '' }}",
			tag: ACTIVE_TAG,
		}),
		1,
		1,
	);
	const known = section.put('Followers with the tag', filterBy(hasField('openId')), 2, 1, {
		alwaysOutputData: true,
	});
	const diff = section.put(
		'Find changed tags',
		segment({ operation: 'tagDiff', moreManagedTags: ACTIVE_TAG }),
		3,
		0,
	);
	const change = (operation, more = {}) => ({
		...wechatApi('tag', operation, {
			tag: locator('={{ $json.tag }}', 'name'),
			openIds: '={{ $json.openId }}',
			...more,
		}),
		onError: 'continueRegularOutput',
	});
	const add = section.put(
		'Tag active members',
		change('tagUsers', { createIfMissing: true }),
		4,
		0,
	);
	const remove = section.put('Untag the others', change('untagUsers'), 4, 1);
	w.link(isDaily, wanted, { output: 1 }).link(isDaily, holders, { output: 1 });
	w.chain(wanted, diff).chain(holders, current, known).link(known, diff, { input: 1 });
	w.link(diff, add).link(diff, remove, { output: 1 });
}
