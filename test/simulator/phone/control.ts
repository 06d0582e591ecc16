import type { Platform } from '../platform';
import {
	addPerson,
	codesOf,
	consent,
	consoleOf,
	enterServer,
	scanCode,
	sendPicture,
} from './actions';
import { articleOf, articlesOf } from './articles';
import { tapMenu } from './tap';
import { followersOf, viewOf } from './view';

/** What the phone's page does, as `POST /__sim/<name>`. */
export const phoneCommands = {
	addPerson,
	consent,
	enterServer,
	scanCode,
	sendPicture,
	tapMenu,
};

/** What the phone's page reads, as `GET /__sim/<name>`. */
export const phoneReadings = {
	people: (platform: Platform, query: URLSearchParams) =>
		followersOf(platform, query.get('search') ?? ''),
	phone: (platform: Platform, query: URLSearchParams) =>
		viewOf(platform, query.get('openId') ?? ''),
	codes: codesOf,
	articles: articlesOf,
	article: articleOf,
	console: consoleOf,
};
