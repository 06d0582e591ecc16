import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { IDataObject } from 'n8n-workflow';
import { CallbackError } from './callbackError';
import { withoutForbidden, withoutNul } from '../text/characters';
import { addField, blankContainer } from './lists';
import { CDATA_CLOSE, CDATA_OPEN, checkMarkup } from './markup';

const CDATA_NAME = '#cdata';
const TEXT_NAME = '#text';
const MAX_DEPTH = 12;

const PREDEFINED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: true,
	ignoreDeclaration: true,
	ignorePiTags: true,
	parseTagValue: false,
	trimValues: false,
	// References are decoded below, exactly once; the parser must expand nothing.
	processEntities: false,
	htmlEntities: false,
	cdataPropName: CDATA_NAME,
});

/** What the parser gives in document order: one key that is the tag, its children below. */
type XmlNode = Record<string, XmlNode[] | string>;

function decodeReferences(text: string): string {
	return text.replace(REFERENCE, (whole, name?: string, decimal?: string, hex?: string) => {
		if (name) return PREDEFINED[name] ?? whole;
		const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
		return code <= 0x10ffff ? withoutNul(String.fromCodePoint(code)) : whole;
	});
}

function childrenOf(node: XmlNode): [tag: string, content: XmlNode[] | string] {
	const [entry] = Object.entries(node);
	return entry ?? [TEXT_NAME, ''];
}

/**
 * The text of an element. White space around a CDATA section is layout, as WeChat puts every text into
 * one; without a section it is part of the text.
 */
function textOf(nodes: XmlNode[]): string {
	const parts = nodes.map(childrenOf);
	const hasSection = parts.some(([tag]) => tag === CDATA_NAME);
	const isLayout = ([, content]: (typeof parts)[number]) =>
		hasSection && typeof content === 'string' && content.trim() === '';
	const [first, last] = [0, parts.length - 1];
	return parts
		.filter((part, position) => !((position === first || position === last) && isLayout(part)))
		.map(([tag, content]) => {
			if (typeof content === 'string') return decodeReferences(content);
			if (tag !== CDATA_NAME) return '';
			return content.map((part) => String(part[TEXT_NAME] ?? '')).join('');
		})
		.join('');
}

function toFields(nodes: XmlNode[], depth: number): IDataObject {
	if (depth > MAX_DEPTH) throw new CallbackError(400, 'The message is nested too deeply');
	const fields: IDataObject = {};
	for (const node of nodes) {
		const [tag, content] = childrenOf(node);
		// White space between elements carries nothing.
		if (typeof content === 'string' || tag === CDATA_NAME) continue;
		const hasElements = content.some((child) => {
			const [name] = childrenOf(child);
			return name !== TEXT_NAME && name !== CDATA_NAME;
		});
		const value = hasElements ? toFields(content, depth + 1) : textOf(content);
		addField(fields, tag, typeof value === 'string' ? blankContainer(tag, value) : value);
	}
	return fields;
}

/** The parser refuses some documents by itself, e.g. reserved names; for us they are all the same. */
function parseDocument(xml: string): XmlNode[] {
	if (XMLValidator.validate(xml) !== true) return [];
	try {
		return parser.parse(xml);
	} catch {
		return [];
	}
}

/**
 * Reads a message: the children of the root element as fields, with WeChat's names. Values are the
 * exact text as sent, never numbers, but for U+0000, which PostgreSQL cannot store; white space is kept; lists are
 * always arrays (see `lists`).
 *
 * @throws CallbackError for anything but a well-formed document without a document type, and for one with
 *   far more elements than a message has (see `markup`)
 */
export function parseXml(xml: string): IDataObject {
	const source = withoutNul(xml);
	const document = checkMarkup(source) ? parseDocument(source) : [];
	if (document.length === 0) throw new CallbackError(400, 'The message is not well-formed XML');
	const contents = document.map((node) => childrenOf(node)[1]);
	const content = contents.find((candidate) => Array.isArray(candidate));
	if (!content?.length) throw new CallbackError(400, 'The message is empty');
	return toFields(content, 1);
}

/** Text as CDATA, without what XML forbids; a closing mark inside it is split over two sections. */
export function cdata(text: string): string {
	return `${CDATA_OPEN}${withoutForbidden(text).split(CDATA_CLOSE).join(`]]${CDATA_CLOSE}${CDATA_OPEN}>`)}${CDATA_CLOSE}`;
}
