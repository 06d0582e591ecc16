import { text } from '../../../shared/operations/fields';

/** A notice of WeChat's library. */
export const libraryId = text('Library ID', { hint: 'The tid from Get Many Public Titles' });
