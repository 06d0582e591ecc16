/** The key under which the answer to a comment goes out, in the table of what was sent. */
export const replyKey = (commentKey: string): string => `commentReply:${commentKey}`;
