import { element, escapeHtml, type Attributes } from '../../../shared/html';
import { timeText } from '../../../shared/records/columns';
import type { CaseRow } from '../../records/opening';
import type { Contact } from '../../../shared/contact/contact';
import { STYLE } from './style';
import type { Words } from './words';

/** No script, no file, no address of anybody else, whatever stands in a page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

const NAME_END = 6;

/** A page around markup. */
export function frame(words: Words, title: string, ...content: string[]): string {
	const head = element(
		'head',
		{},
		element('meta', { charset: 'utf-8' }),
		element('meta', { 'http-equiv': 'content-security-policy', content: POLICY }),
		element('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
		element('meta', { name: 'robots', content: 'noindex' }),
		element('meta', { name: 'referrer', content: 'no-referrer' }),
		element('title', {}, escapeHtml(title)),
		element('style', {}, STYLE),
	);
	const body = element('body', {}, element('main', {}, ...content));
	return `<!doctype html>${element('html', { lang: words.lang }, head, body)}`;
}

/** An element with a text. */
export const textIn = (name: string, text: string, attributes: Attributes = {}): string =>
	element(name, attributes, escapeHtml(text));

/** A note that a screen reader says at once. */
export const noteOf = (text: string, isBad: boolean): string =>
	textIn('p', text, { class: isBad ? 'note bad' : 'note', role: isBad ? 'alert' : 'status' });

/** `11-24 09:30`, in Shanghai. */
export const timeOf = (epoch: number): string =>
	timeText(epoch).slice('yyyy-'.length, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');

/** A moment that programs can read as well. */
export const moment = (epoch: number, words = timeOf(epoch)): string =>
	textIn('time', words, { datetime: new Date(epoch).toISOString() });

/** What the staff calls somebody; WeChat tells no names. */
export function nameOf(
	{ openId }: Pick<CaseRow, 'openId'>,
	contact: Contact | undefined,
	words: Words,
): string {
	const remark = contact?.remark.trim() ?? '';
	if (remark !== '') return remark;
	return openId === '' ? words.nobodyKnown : words.followerNamed(openId.slice(-NAME_END));
}

/** The way back; the address is the same without what it asks for. */
export const backLink = (words: Words): string =>
	textIn('a', `← ${words.backToList}`, { class: 'touch', href: '?' });

/** A page that says one thing. */
export const messagePage = (words: Words, title: string, text: string): string =>
	frame(words, title, textIn('h1', title), noteOf(text, true), backLink(words));
