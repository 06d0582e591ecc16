/**
 * What somebody reads who may hurt themselves, unless the account has words of its own. 12356 is the national line for
 * psychological help (National Health Commission, in use since 2025).
 */
export const CARING_TEXT =
	'我们很担心您，已请同事尽快联系您。现在就想找人说说，可以拨打全国心理援助热线 12356；有危险请拨打 120 或 110。';
