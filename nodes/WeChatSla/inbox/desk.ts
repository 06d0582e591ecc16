import type { IDataObject } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../shared/constants';
import type { At } from '../../shared/engagement/recordOperation';
import { asText, isRecord } from '../../shared/json';
import { personPage, type PersonLook } from './page/personPage';
import { WORDS, type PageLanguage, type Words } from './page/words';
import type { Person } from './reading';
import { Seal } from './seal';

/** What all pages of the inbox are made with. */
export interface Desk {
	words: Words;
	title: string;
	seal: Seal;
	now: number;
}

/** @param given what the fields say */
export async function deskAt(
	{ ctx, itemIndex, now }: At,
	given: { readonly pageLanguage: PageLanguage; readonly pageTitle: string },
): Promise<Desk> {
	const { appSecret } = await ctx.getCredentials(CREDENTIAL_TYPE, itemIndex);
	const words = WORDS[given.pageLanguage];
	const title = given.pageTitle.trim() || words.title;
	return { words, title, seal: new Seal(String(appSecret ?? '')), now };
}

/** A text that somebody sent with a request, below `query` or `body` of the item; '' for anything else. */
export function sentWith({ json }: At, part: 'body' | 'query', name: string): string {
	const fields: unknown = json[part];
	const value: unknown = isRecord(fields) ? fields[name] : undefined;
	return asText(value);
}

/** The page about a person. */
export const pageAbout = (
	person: Person,
	{ words, seal, now }: Desk,
	said: Pick<PersonLook, 'kept' | 'note'> = {},
): string => personPage(person, { words, seal, now, ...said });

/** A page as an item, with the status of the response. What came with the request, a password too, is left out. */
export const pageItem = (html: string, statusCode = 200): IDataObject => ({ html, statusCode });
