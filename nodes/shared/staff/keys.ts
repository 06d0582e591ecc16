/** What the table of what was sent calls messages to staff. */
export const STAFF_MESSAGE = 'Staff message';

/** What the key of a message to staff begins with, whomever it goes to. */
export const staffKeyBegin = (noticeKey: string): string => `staff:${noticeKey}@`;

/** The key of a message to staff. @param recipient tells the places apart that it goes to */
export const staffKey = (noticeKey: string, recipient: string): string =>
	`${staffKeyBegin(noticeKey)}${recipient}`;
