import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { addKeyword } from './addKeyword.operation';
import { applyReview } from './applyReview.operation';
import { approve } from './approve.operation';
import { audit } from './audit.operation';
import { findAnswers } from './findAnswers.operation';
import { getMessages } from './getMessages.operation';
import { getReviewForm } from './getReviewForm.operation';
import { learn } from './learn.operation';
import { propose } from './propose.operation';
import { proposeWords } from './proposeWords.operation';
import { route } from './route.operation';

/** In the order of the list. */
export const operations: readonly RecordOperation[] = [
	addKeyword,
	applyReview,
	approve,
	audit,
	findAnswers,
	getMessages,
	getReviewForm,
	learn,
	propose,
	proposeWords,
	route,
];

export const defaultOperation = route;
