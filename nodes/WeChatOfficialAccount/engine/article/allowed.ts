import { RAW } from './tokens';

const words = (text: string): string[] => text.split(' ');

/** What an element becomes, by its tag: another element, or the same. Those not listed dissolve. */
export const BECOMES = new Map<string, string>([
	...words(
		'a b blockquote br caption code col colgroup em h1 h2 h3 h4 h5 h6 hr i img li ol p pre rp rt ruby s section span strong sub sup table tbody td tfoot th thead tr u ul',
	).map((tag): [string, string] => [tag, tag]),
	...words(
		'address article aside center dd details div dl dt fieldset figcaption figure footer form header main nav summary',
	).map((tag): [string, string] => [tag, 'section']),
	...words('abbr big cite font label mark q small time').map((tag): [string, string] => [
		tag,
		'span',
	]),
	...words('kbd samp tt var').map((tag): [string, string] => [tag, 'code']),
	['del', 's'],
	['strike', 's'],
	['ins', 'u'],
]);

/** Elements that are left out with what they hold. */
export const DROPPED = new Set([
	...RAW,
	...words(
		'applet area audio base button canvas datalist dialog embed foreignobject frame frameset head input link map math meta meter object option param portal progress select slot source template track video',
	),
]);

/** Drawings, as SVG spells them. */
export const DRAWING = new Map(
	words(
		'svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop animate animateTransform',
	).map((tag): [string, string] => [tag.toLowerCase(), tag]),
);

/** WeChat's own elements: cards of products, accounts, videos and voices. */
export const isOwn = (tag: string): boolean => /^(?:mp-?[a-z][a-z-]*|qqmusic)$/.test(tag);

const DRAWING_ATTRIBUTES = new Map(
	words(
		'additive attributeName begin calcMode cx cy d dur fill fill-opacity fill-rule font-size fx fy from gradientTransform gradientUnits height keySplines keyTimes offset opacity points preserveAspectRatio r repeatCount restart rx ry stop-color stop-opacity stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width text-anchor to transform type values viewBox width x x1 x2 xmlns y y1 y2',
	).map((name): [string, string] => [name.toLowerCase(), name]),
);

const ATTRIBUTES = new Map<string, Set<string>>([
	['a', new Set(['href', 'title'])],
	['col', new Set(['span', 'width'])],
	['img', new Set(['src', 'alt', 'title', 'width', 'height'])],
	['li', new Set(['value'])],
	['ol', new Set(['start', 'reversed'])],
	['td', new Set(['colspan', 'rowspan', 'width', 'align'])],
	['th', new Set(['colspan', 'rowspan', 'width', 'align'])],
]);

/** Values that could run something or lead somewhere. */
const LEADING = /script:|^\s*(?:data|vbscript):|url\(/i;

/** The name under which an element keeps an attribute; undefined when it does not. */
export function attributeName(tag: string, name: string, value: string): string | undefined {
	if (DRAWING.has(tag.toLowerCase())) {
		const isSafe = !LEADING.test(value) && !/href|^on/i.test(value);
		return isSafe ? DRAWING_ATTRIBUTES.get(name) : undefined;
	}
	if (ATTRIBUTES.get(tag)?.has(name)) return name;
	const isData = /^data-[a-z][a-z0-9_-]*$/.test(name);
	if (isData || (isOwn(tag) && /^[a-z][a-z0-9_-]*$/.test(name) && !/^on|^src|href/.test(name))) {
		return LEADING.test(value) ? undefined : name;
	}
	return undefined;
}
