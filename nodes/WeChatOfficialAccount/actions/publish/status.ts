import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { describeError } from '../../../shared/transport/errors';
import { post } from '../call';

/** WeChat: freepublish/get, `publish_status` by position. */
const STATUS = [
	'published',
	'publishing',
	'originalCheckFailed',
	'failed',
	'reviewFailed',
	'deletedByUser',
	'banned',
];

/** WeChat allows 100 such calls a day, so the waits are long. */
const WAITS_MS = [5_000, 10_000, 15_000, 30_000, 60_000];

interface PublicationAnswer {
	publish_status?: number;
	article_id?: string;
	article_detail?: { item?: Array<{ idx: number; article_url: string }> };
	fail_idx?: number[];
}

/** What has become of a publication. */
export async function publicationStatus(
	ctx: IExecuteFunctions,
	publishId: string,
): Promise<IDataObject> {
	const answer = await post<PublicationAnswer>(
		ctx,
		'/cgi-bin/freepublish/get',
		{ publish_id: publishId },
		true,
	);
	return {
		status: STATUS[answer.publish_status ?? -1] ?? 'unknown',
		articleId: answer.article_id || null,
		urls: answer.article_detail?.item?.map(({ article_url: url }) => url) ?? [],
		failedArticles: answer.fail_idx ?? [],
	};
}

/**
 * The status when WeChat has decided, or the last one when that takes longer than two minutes. A status
 * that cannot be read is no failure of the publication: the result says so and keeps the ID, for a run
 * that failed here would be repeated and publish the draft a second time.
 */
export async function statusWhenDone(
	ctx: IExecuteFunctions,
	publishId: string,
): Promise<IDataObject> {
	try {
		let status = await publicationStatus(ctx, publishId);
		for (const milliseconds of WAITS_MS) {
			if (status.status !== 'publishing') return status;
			await sleep(milliseconds);
			status = await publicationStatus(ctx, publishId);
		}
		return status;
	} catch (error) {
		const { message, description } = describeError(error);
		return {
			status: 'unknown',
			statusError: `${message}. ${description}`,
			nextStep: `The draft has been submitted; do not submit it again. Ask for its status with Publish > Get Status and the Publication ID ${publishId}.`,
		};
	}
}
