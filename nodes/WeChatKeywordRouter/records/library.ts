import { BoundedMap } from '../../shared/boundedMap';
import { Content } from '../../shared/records/content';
import { keywords as keywordTable } from '../../shared/records/tables/keywords';
import type { Row } from '../../shared/rows/row';
import { audit, unreadableFindings, type Period } from '../engine/audit';
import { hasReply, readTable, type Unreadable } from '../engine/library';
import { Router } from '../engine/router';
import type { Hit, Keyword, RouterSettings } from '../engine/types';

/** Nodes on one library with settings of their own are few. */
const MOST_SETTINGS = 8;

/** A keyword table made ready: read once, and made ready for searching once for each set of settings. */
export class Library {
	readonly keywords: Keyword[];
	readonly unreadable: Unreadable[];
	private readonly routers = new BoundedMap<string, Router>(MOST_SETTINGS);

	constructor(rows: readonly Row[]) {
		const { keywords, unreadable } = readTable(rows);
		this.keywords = keywords;
		this.unreadable = unreadable;
	}

	/** What should be put right, with the rows that cannot be read. */
	audit(hits: readonly Hit[], period: Period): ReturnType<typeof audit> {
		const { findings, summary } = audit(this.keywords, hits, period);
		const all = [...unreadableFindings(this.unreadable), ...findings];
		return { findings: all, summary: { ...summary, findings: all.length } };
	}

	/** Keywords with nothing to answer are not found, nor is the second one of two with the same key. */
	routerFor(settings: RouterSettings): Router {
		const name = JSON.stringify(settings);
		const known = this.routers.get(name);
		if (known) return known;
		const byId = new Map<string, Keyword>();
		for (const keyword of this.keywords) {
			if (hasReply(keyword) && !byId.has(keyword.id)) byId.set(keyword.id, keyword);
		}
		const router = new Router([...byId.values()], settings);
		this.routers.set(name, router);
		return router;
	}
}

/** The keyword table of an account as it was a few seconds ago at most. */
export const libraryContent = new Content(keywordTable, (rows) => new Library(rows));
