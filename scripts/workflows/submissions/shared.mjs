import { settingCode } from '../lib/settings.mjs';

/** The triggers of the workflow; expressions name them. */
export const TEXT = 'When somebody submits a text';
export const PICTURE = 'When somebody sends a picture';
export const REVIEW = 'When a reviewer opens the form';
export const DAILY = 'Every day at 10:00';

export const TABLE = 'wechat_submissions';
export const ROWS = 'wechat_activity_rows';
export const FORM_PATH = 'submission-review';

/** What a submission is judged by; scores from 0 to 10. Published in the overview and the docs. */
export const RUBRIC = ['真实', '文字', '趣味'];

/** Code that gives the points for an approved submission. */
export const awarded = settingCode('submissionPoints', "'20'");

/** Points follow from taking in and reviewing together, so both have the same rules. */
export const RULES = {
	minLength: 10,
	perPerson: 1,
	pointsPerApproval: `={{ Number(${awarded}) }}`,
};

/** Code that gives the link of the review form: this n8n's own address, as it knows it. */
export const reviewLink = (code) =>
	`$execution.resumeUrl.replace(/\\/webhook-waiting\\/.*$/, '/form/${FORM_PATH}?code=' + ${code})`;

/** Code that makes text safe to stand in HTML, a paragraph a line. */
export const asHtml = (code) =>
	`'<p>' + ${code}.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\\n+/g, '</p><p>') + '</p>'`;
