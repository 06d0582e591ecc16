import type { IDataObject } from 'n8n-workflow';
import {
	answerComment,
	answeredRow,
	COMMENT_ANSWER,
	LONGEST_REPLY,
	placeColumns,
	type Answered,
	type CommentRef,
} from '../../shared/comment/answer';
import { isGone } from '../../shared/comment/gone';
import { replyKey } from '../../shared/comment/keys';
import {
	allAtOnce,
	type At,
	type Item,
	type Outcome,
	type Result,
} from '../../shared/engagement/recordOperation';
import { rows, writtenText, text as textField } from '../../shared/operations/fields';
import { UserInputError } from '../../shared/inputError';
import type { Attempt } from '../../shared/records/attempt';
import { manyOnce } from '../../shared/records/manyOnce';
import type { Sending } from '../../shared/records/onlyOnce';
import type { NewRow } from '../../shared/records/table';
import { comments } from '../../shared/records/tables/comments';
import { sent } from '../../shared/records/tables/sent';
import { cutText } from '../../shared/text/longest';
import {
	CHECK_WORDING,
	checkTexts,
	wordingField,
	type WordingResult,
} from '../../shared/wording/option';
import { callingAccount } from '../account';
import { keyOf, whichComment } from '../commentOfItem';
import { textInTurn } from '../engine/textInTurn';
import { groupsByRecords } from '../groups';

type Output = 'already' | 'impossible' | 'replied';

const fields = {
	...whichComment,
	text: writtenText('Text', {
		typeOptions: { rows: 3 },
		default: '={{ $json.reply }}',
		placeholder: 'e.g. 感谢您的留言！',
		description: 'The answer, which all readers see below the comment',
	}),
	moreTexts: rows(
		'More Texts',
		['texts', 'Text'],
		{
			text: textField('Text', {
				typeOptions: { rows: 3 },
				placeholder: 'e.g. 谢谢喜欢，欢迎常来！',
			}),
		},
		{
			placeholder: 'Add Text',
			description:
				'With several texts, comments get them in turn, so that not all answers read the same',
		},
	),
	[CHECK_WORDING]: wordingField('warn'),
};

/** An item that is ready to be sent. */
interface Ready {
	at: At;
	comment: CommentRef;
	key: string;
	openId: string;
	text: string;
	wording: WordingResult;
}

async function readyOf({ at, values }: Item<typeof fields>): Promise<Ready> {
	await callingAccount(at);
	const comment = { article: values.article, userCommentId: values.userCommentId };
	const texts = [values.text, ...values.moreTexts.map(({ text }) => text)];
	const written = texts.map((text) => text.trim()).filter((text) => text !== '');
	if (written.length === 0) {
		throw new UserInputError("'Text' is empty", "Fill in 'Text', or give the item a 'reply'.");
	}
	const text = cutText(textInTurn(written, comment.userCommentId), LONGEST_REPLY);
	const { openId } = at.json;
	return {
		at,
		comment,
		key: keyOf(comment),
		openId: typeof openId === 'string' ? openId : '',
		text,
		wording: checkTexts(values.checkWording, () => [text]),
	};
}

const SUMMARIES = {
	gone: '留言已被删除，没有回复',
	underWay: '另一次运行正在回复这条留言',
	unknown: '不知道微信是否收到了回复，请到后台查看',
} as const;

function resultOf(
	{ at: { json }, wording }: Ready,
	answer: Attempt<Sending<Answered>>,
): Array<Result<Output>> {
	const result = (to: Output, replyStatus: string, more: IDataObject = {}) => [
		{ to, json: { ...json, replyStatus, ...wording, ...more } },
	];
	if ('error' in answer) return result('impossible', 'gone', { summary: SUMMARIES.gone });
	const { value } = answer;
	if (!('result' in value)) {
		return result('impossible', value.status, { summary: SUMMARIES[value.status] });
	}
	const { reply, wasAnswered } = value.result;
	if (wasAnswered === true) return result('already', 'alreadyReplied');
	if (value.status === 'alreadySent') {
		return result('already', 'alreadySent', { replyText: reply });
	}
	return result('replied', 'sent', { isReplied: true, replyText: reply });
}

/** What is noted at the comment. */
function rowOf(
	{ comment }: Ready,
	answer: Attempt<Sending<Answered>>,
	now: number,
): Array<NewRow<typeof comments>> {
	if ('error' in answer) {
		if (!isGone(answer.error)) return [];
		return [{ ...placeColumns(comment), isOpen: false, state: 'deleted' }];
	}
	const { value } = answer;
	// An answer that was there is noted by Get New, who sees who wrote it.
	if (value.status !== 'sent' || value.result.wasAnswered) return [];
	const { reply } = value.result;
	return [answeredRow(comment, { reply, at: now, by: 'flow' })];
}

/** Sends the answers of one account. */
async function sendAll(
	ready: readonly Ready[],
	first: At,
): Promise<Array<Attempt<Sending<Answered>> | undefined>> {
	const { records, ctx } = first;
	const outgoing = ready.map(({ key, openId }) => ({
		key: replyKey(key),
		what: COMMENT_ANSWER,
		openId,
	}));
	const answers = await manyOnce(records, outgoing, {
		now: () => Date.now(),
		send: async (position) => {
			const one = ready[position];
			if (!one) return { reply: '', wasAnswered: true };
			return await answerComment(one.at.ctx, one.comment, one.text);
		},
		mayGoOn: (error) => isGone(error) || ctx.continueOnFail(),
	});
	const marks = ready.flatMap((one, position) => {
		const answer = answers[position];
		return answer ? rowOf(one, answer, one.at.now) : [];
	});
	await records.put(comments, marks);
	return answers;
}

export const reply = allAtOnce<typeof fields, Output>({
	option: {
		name: 'Reply',
		value: 'reply',
		action: 'Reply to comment',
		description: 'Answer comments as the author, each once. WeChat takes one answer for a comment.',
	},
	outputs: { replied: 'Replied', already: 'Already Replied', impossible: 'Not Possible' },
	fields,
	tables: [comments, sent],
	async executeAll(items): Promise<Array<Outcome<Output>>> {
		return await groupsByRecords(items, readyOf, async (ready, first) => {
			const answers = await sendAll(ready, first);
			return ready.map((one, position) => {
				const answer = answers[position];
				if (!answer) return undefined;
				if ('error' in answer && !isGone(answer.error)) return { error: answer.error };
				return { results: resultOf(one, answer) };
			});
		});
	},
});
