import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { textOfMarkup } from '../../../shared/wording/option';
import type { MultipartPart } from '../../../shared/transport/types';
import type { Picture } from '../../engine/article/pictures';
import { renderArticle, type Article } from '../../engine/article/render';
import { uploadArticleImage, uploadImage } from '../media/upload';
import { lengthWarnings, MAX_CONTENT, nameOf, type ArticleBody } from './articleLimits';
import type { Look } from './look';
import { gatherPictures, type Wanted } from './pictures/gather';

/** An article whose text is still as it was written. */
export interface WrittenArticle {
	/** Everything but `content`, in WeChat's own format; without `thumb_media_id` the text gives the cover. */
	body: ArticleBody;
	/** Absent for an image post: its text is no page, and its pictures are files of the library. */
	text?: string;
}

/** What people read of articles. */
export const readIn = (articles: readonly WrittenArticle[]): string[] =>
	articles.flatMap(({ body: { title, digest, content }, text }) =>
		[title, digest, text ?? content].flatMap((part) =>
			typeof part === 'string' ? [textOfMarkup(part)] : [],
		),
	);

/** Articles that can be sent. */
export interface Composed {
	articles: IDataObject[];
	/** What did not become what was written, in words. */
	warnings: string[];
	/** Whether a cover has only just been uploaded, which WeChat may not know everywhere yet. */
	hasFreshCover: boolean;
}

/** Longer than any address that WeChat gives. */
const SOME_ADDRESS = `https://mmbiz.qpic.cn/${'x'.repeat(180)}`;

interface Draft {
	body: ArticleBody;
	name: string;
	/** Absent for an image post. */
	page?: Article;
	/** Source of the picture that becomes the cover. */
	coverSource?: string;
}

function draftOf({ body, text }: WrittenArticle, name: string, look: Look): Draft {
	if (text === undefined) return { body, name };
	if (text.trim() === '') {
		throw new UserInputError(`'Content'${name} is empty`, "Fill in 'Content'.");
	}
	const page = renderArticle({ ...look, label: `Content${name}`, text });
	if (body.thumb_media_id) return { body, name, page };
	if (page.firstPicture) return { body, name, page, coverSource: page.firstPicture };
	throw new UserInputError(
		`'Cover'${name} is empty, and the text holds no picture that could be one`,
		"Choose a 'Cover', or put a picture into the text.",
	);
}

const picturesIn = ({ page }: Draft): Picture[] => page?.pictures ?? [];

/** Told before anything is uploaded: addresses of WeChat are taken to be long ones. */
function checkLength(draft: Draft): void {
	const { page, name } = draft;
	if (!page) return;
	const addresses = new Map(picturesIn(draft).map(({ source }) => [source, SOME_ADDRESS]));
	const advice = 'Shorten it, or split it into several articles.';
	atMost(`Content${name}`, page.toHtml(addresses), MAX_CONTENT, 'characters', advice);
}

/** Every picture of the articles once; a cover that WeChat has already is wanted, too. */
function wantedOf(drafts: Draft[]): Wanted[] {
	const wanted = new Map<string, Wanted>();
	for (const { coverSource } of drafts) {
		if (!coverSource) continue;
		const picture = { source: coverSource, place: { address: coverSource } };
		wanted.set(coverSource, { picture, rule: MEDIA_RULES.image });
	}
	for (const picture of drafts.flatMap(picturesIn)) {
		wanted.set(picture.source, { picture, rule: MEDIA_RULES.articleImage });
	}
	return [...wanted.values()];
}

async function uploadEach(
	sources: Iterable<string>,
	files: Map<string, MultipartPart>,
	upload: (file: MultipartPart) => Promise<string>,
): Promise<Map<string, string>> {
	const results = new Map<string, string>();
	for (const source of sources) {
		const file = files.get(source);
		if (file && !results.has(source)) results.set(source, await upload(file));
	}
	return results;
}

/**
 * Makes articles of texts: pictures that WeChat does not have are uploaded, each once, and the first one
 * of a text becomes its cover when none is given. Everything is checked before the first upload.
 *
 * @throws UserInputError when a text, a picture or a cover cannot be used
 */
export async function composeArticles(
	ctx: IExecuteFunctions,
	itemIndex: number,
	written: WrittenArticle[],
	look: Look,
): Promise<Composed> {
	const drafts = written.map((article, position) =>
		draftOf(article, nameOf(position, written.length), look),
	);
	drafts.forEach(checkLength);
	const files = await gatherPictures(ctx, itemIndex, wantedOf(drafts));
	const inTexts = drafts.flatMap(picturesIn).map(({ source }) => source);
	const inCovers = drafts.flatMap(({ coverSource }) => coverSource ?? []);
	const addresses = await uploadEach(
		inTexts,
		files,
		async (file) => await uploadArticleImage(ctx, file),
	);
	const covers = await uploadEach(inCovers, files, async (file) => await uploadImage(ctx, file));
	const articles = drafts.map(({ body, page, coverSource }) => ({
		...body,
		...(page ? { content: page.toHtml(addresses) } : {}),
		...(coverSource ? { thumb_media_id: covers.get(coverSource) } : {}),
	}));
	const warnings = drafts.flatMap(({ page, name }, position) => [
		...(page?.warnings ?? []).map((warning) =>
			drafts.length === 1 ? warning : `Article ${position + 1}: ${warning}`,
		),
		...lengthWarnings(articles[position] ?? {}, name),
	]);
	return { articles, warnings, hasFreshCover: covers.size > 0 };
}
