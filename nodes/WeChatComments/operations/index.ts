import { featureComment } from './feature.operation';
import { getNew } from './getNew.operation';
import { reply } from './reply.operation';
import { watchArticle } from './watchArticle.operation';

/** The operations of the node, in the order of the list. */
export const operations = [featureComment, getNew, reply, watchArticle];

export { getNew };
