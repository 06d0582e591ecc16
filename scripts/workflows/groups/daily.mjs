import { tagActive } from './active.mjs';
import { sendContents } from './contents.mjs';
import { layers } from './layers.mjs';

/** What happens by the clock: contents every day, tags every week. */
export function serveMembers(w, store, { daily, weekly }) {
	const isDaily = layers(w, store, [daily, weekly]);
	sendContents(w, store, isDaily);
	tagActive(w, isDaily);
}
