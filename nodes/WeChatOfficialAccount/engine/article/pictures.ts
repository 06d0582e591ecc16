import { createHash } from 'crypto';
import { elementsOf, type Node } from './tree';

/** A picture of a text that WeChat does not have yet. */
export interface Picture {
	/** As it stands in the page: its key. */
	source: string;
	/** Where it is: at an address, in an input field of the item, or in the text itself. */
	place: { address: string } | { field: string } | { base64: string };
}

/** Pictures in the text itself, by the name they get there. */
export type Embedded = Map<string, string>;

const EMBEDDED = /data:image\/[\w.+-]{1,40};base64,([A-Za-z0-9+/]+={0,2})/gi;
const EMBEDDED_NAME = 'picture:';
const FIELD_NAME = 'binary:';

/** Hosts of the pictures that WeChat keeps. */
const OWN_HOST = /^mmbiz\.(?:qpic|qlogo)\.cn$/;

/** The same picture has the same name, also in another article of the draft. */
const nameOf = (base64: string): string =>
	`${EMBEDDED_NAME}${createHash('sha256').update(base64).digest('hex').slice(0, 24)}`;

/**
 * Takes pictures that are written out (`data:image/png;base64,…`) from a text, so that they count for
 * nothing where it is read.
 *
 * @param embedded gets them
 */
export function takeEmbedded(text: string, embedded: Embedded): string {
	return text.replace(EMBEDDED, (_, base64: string) => {
		const name = nameOf(base64);
		embedded.set(name, base64);
		return name;
	});
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Where a picture is; undefined for one of WeChat's own, which stays. */
function placeOf(source: string, embedded: Embedded): Picture['place'] | undefined {
	const base64 = embedded.get(source);
	if (base64 !== undefined) return { base64 };
	if (source.toLowerCase().startsWith(FIELD_NAME)) {
		return { field: decoded(source.slice(FIELD_NAME.length)).trim() };
	}
	const address = source.startsWith('//') ? `https:${source}` : source;
	if (!/^https?:/i.test(address) || !URL.canParse(address)) return { field: decoded(source) };
	return OWN_HOST.test(new URL(address).hostname) ? undefined : { address };
}

/** The pictures of a page that WeChat does not have, each once, and the first of all. */
export function picturesOf(
	nodes: Node[],
	embedded: Embedded,
): { pictures: Picture[]; first?: string } {
	const pictures = new Map<string, Picture>();
	let first: string | undefined;
	for (const { tag, attributes } of elementsOf(nodes)) {
		if (tag !== 'img') continue;
		const source = (attributes.get('src') ?? '').trim();
		attributes.set('src', source);
		first ??= source;
		const place = placeOf(source, embedded);
		if (place) pictures.set(source, { source, place });
	}
	return { pictures: [...pictures.values()], first };
}
