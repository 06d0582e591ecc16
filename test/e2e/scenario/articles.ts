import { addComment, seed } from '../../simulator/control';
import type { Comment } from '../../simulator/state';
import type { Account } from '../lib/account';
import type { Person } from './cast';
import type { Chance } from './random';
import { COMMENTS, type CommentKind } from './texts';

const FIRST_ARTICLE = 2247600000;

const KINDS: CommentKind[] = [
	'praise',
	'praise',
	'praise',
	'question',
	'question',
	'negative',
	'other',
];

/** A comment as a reader wrote it. */
export interface Written {
	kind: CommentKind;
	msgDataId: number;
	comment: Comment;
}

/** The articles of the account, and what readers write under the latest of them. */
export class Articles {
	readonly comments: Written[] = [];

	private latest = 0;

	constructor(
		private readonly app: Account,
		private readonly chance: Chance,
	) {}

	/** A broadcast has ended: WeChat tells the addresses of its articles. */
	async publish(day: number): Promise<void> {
		const { platform } = this.app.simulator;
		this.latest = FIRST_ARTICLE + day;
		seed(platform, {
			articles: [{ msgDataId: this.latest, daysAgo: 0, title: `店里的事 第 ${day + 1} 期` }],
		});
		const url = platform.state.article(this.latest, 0)?.url ?? '';
		await this.app.push({
			FromUserName: 'oPlatform',
			MsgType: 'event',
			Event: 'MASSSENDJOBFINISH',
			MsgID: String(1_000_000 + day),
			Status: 'send success',
			TotalCount: '100',
			FilterCount: '100',
			SentCount: '100',
			ErrorCount: '0',
			ArticleUrlResult: {
				Count: '1',
				ResultList: { item: [{ ArticleIdx: '1', ArticleUrl: url }] },
			},
		});
		await this.app.settled();
	}

	/** @param share of a day that the readers have */
	comment(readers: Person[], share: number): void {
		if (this.latest === 0) return;
		for (const { openId, comments } of readers) {
			if (!this.chance.happens(comments * share)) continue;
			const kind = this.chance.pick(KINDS);
			const content = this.chance.pick(COMMENTS[kind]);
			const comment = addComment(this.app.simulator.platform, {
				msgDataId: this.latest,
				openId,
				content,
			});
			this.comments.push({ kind, msgDataId: this.latest, comment });
		}
	}
}
