/** Where a comment is. */
export interface CommentPlace {
	msgDataId: string;
	index: number;
	userCommentId: string;
}

export const chatCaseKey = (openId: string): string => `case:chat:${openId}`;

export const commentCaseKey = ({ msgDataId, index, userCommentId }: CommentPlace): string =>
	`case:comment:${msgDataId}:${index}:${userCommentId}`;

/** What a case is called in notices: the OpenID of a chat, the numbers of a comment. */
export const caseName = (caseKey: string): string => caseKey.replace(/^case:(?:chat|comment):/, '');
