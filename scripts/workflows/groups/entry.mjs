import { condition, ifAny } from '../lib/nodes.mjs';
import { confirm } from './joined.mjs';
import { offer } from './offer.mjs';
import { claim, waitingList } from './place.mjs';
import { ASK, PERSON } from './shared.mjs';
import { whoAsks } from './who.mjs';

/**
 * Everything between a wish to join and the way into a group.
 *
 * @param asked where texts come in
 * @param scanned where scans come in
 */
export function enterGroups(w, store, { begin, asked, scanned }) {
	const isWish = begin.put(
		'Is it a wish?',
		ifAny(condition(`={{ $('${ASK}').first().json.Content.trim() }}`, 'notEquals', '已进群')),
		4,
		0,
		{ executeOnce: true },
	);
	w.link(asked.node, isWish, asked);
	const { needsPlace, given, own } = whoAsks(w, store, { node: isWish, output: 0 });
	w.link(scanned.node, PERSON, scanned);
	const { isThere, noted } = claim(w, store, needsPlace);
	waitingList(w, store, isThere);
	offer(w, store, { noted, given, own });
	confirm(w, store, { node: isWish, output: 1 });
}
