import {
	batches,
	everyMinutes,
	filterBy,
	hasField,
	hasRun,
	ifAll,
	manualTrigger,
	wechatTrigger,
} from '../lib/nodes.mjs';
import { COMMANDS, textTrigger } from '../lib/routing.mjs';
import { NOW_CODE, SETTINGS, sentAt } from '../lib/settings.mjs';
import { fromColumn, LEFT, MESSAGE, OPEN, TRIGGER } from './message.mjs';

/** WeChat delivers a message again for 15 seconds; after 30 nobody else answers it. */
const GIVEN_UP_MS = 30_000;

const givenUp = `={{ new Date(new Date(${NOW_CODE}).getTime() - ${GIVEN_UP_MS}).toISOString() }}`;

/** The message, new from WeChat or left over from a run that broke off. */
export function receive(w, store) {
	const section = w.section(
		'## 1. 收到消息\n先存入待答表，答过的每分钟清理。n8n 中途重启，没答的在一分钟内用客服消息补答。',
		{ line: 0 },
	);
	const trigger = section.put(TRIGGER, wechatTrigger(textTrigger(COMMANDS.quiz)), 0, 0);
	const keep = section.put(
		'Keep until answered',
		store.put('wechat_quiz_inbox', {
			key: '={{ $json.wechat.dedupeKey }}',
			openId: '={{ $json.wechat.openId }}',
			message: '={{ JSON.stringify($json) }}',
			at: sentAt(TRIGGER),
			status: 'open',
			answeredBy: '',
		}),
		1,
		0,
	);
	const minute = section.put(LEFT, everyMinutes(1), 0, 1);
	const byHand = section.put(OPEN, manualTrigger(), 0, 2);
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const isOpening = section.put('Is the quiz to be opened?', ifAll(hasRun(OPEN)), 2, 1, {
		executeOnce: true,
	});
	const left = section.put(
		'Left unanswered',
		store.get('wechat_quiz_inbox', [
			['status', 'eq', 'open'],
			['at', 'lt', givenUp],
		]),
		3,
		2,
	);
	const isLeft = section.put('Is one left?', filterBy(hasField()), 4, 2);
	const each = section.put('One by one', batches(1), 5, 1);
	const tidy = section.put(
		'Tidy up the answered',
		store.remove('wechat_quiz_inbox', [
			['status', 'eq', 'answered'],
			['at', 'lt', givenUp],
		]),
		3,
		3,
	);
	const item = section.put(MESSAGE, fromColumn('message'), 6, 0);
	w.chain(trigger, keep, item);
	w.link(minute, settings).link(byHand, settings).link(settings, isOpening);
	w.link(isOpening, left, { output: 1 }).link(isOpening, tidy, { output: 1 });
	w.chain(left, isLeft, each).link(each, item, { output: 1 });
	return { item, each, isOpening };
}
