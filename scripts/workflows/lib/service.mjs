import { coreNode, setFields } from './nodes.mjs';
import { NOW_CODE, setting, settingCode } from './settings.mjs';

/** The node that tells the time; the expressions below name it. */
export const CLOCK = 'Clock';

/** JavaScript for the time of a run as ISO 8601 in UTC. */
export const TIME = `$('${CLOCK}').first().json.now`;

/** JavaScript for a time before the run's, as a table's filter wants it. */
export const before = (duration) =>
	`DateTime.fromISO(${TIME}).minus(${JSON.stringify(duration)}).toUTC().toISO()`;

const WALL = `DateTime.fromISO(String(${NOW_CODE}).trim().replace(' ', 'T'), { zone: 'Asia/Shanghai' })`;

const IS_OPEN = `String(${settingCode('businessHours', "'09:00-21:00'")}).split(/[,，]/).some((span) => { const [from, to] = span.split('-').map((time) => time.trim().padStart(5, '0')); const time = ${WALL}.toFormat('HH:mm'); return from <= time && time < to; })`;

/**
 * Edit Fields that fixes the time of a run, so that all its nodes go by the same one: `now`, `minute` of
 * the hour, `isOpen` (business hours), `dayStart`, and `batchAt`, the next half past nine.
 */
export const clock = () =>
	setFields({
		now: `={{ ${WALL}.toUTC().toISO() }}`,
		minute: ['number', `={{ ${WALL}.minute }}`],
		isOpen: ['boolean', `={{ ${IS_OPEN} }}`],
		dayStart: `={{ ${WALL}.startOf('day').toUTC().toISO() }}`,
		batchAt: `={{ ((at) => (at < ${WALL} ? at.plus({ days: 1 }) : at).toUTC().toISO())(${WALL}.startOf('day').plus({ hours: 9, minutes: 30 })) }}`,
	});

/** Fields of WeChat SLA that are the same wherever it is used: policies of the table, hours of the settings. */
export const slaFields = (policies) => ({
	policiesFrom: 'json',
	policies: `={{ $('${policies}').all() }}`,
	businessHours: 'groups',
	hoursWorkdays: setting('businessHours', "'09:00-21:00'"),
	hoursSaturday: setting('businessHours', "'09:00-21:00'"),
	hoursSunday: setting('businessHours', "'09:00-21:00'"),
	holidays: 'chinese',
	hoursHoliday: setting('businessHoursHoliday'),
});

/**
 * Values of a row in `wechat_service_events`.
 *
 * @param fields JavaScript by column; `openId`, `sentAs`, `text` and `link` may be left out
 */
export const serviceEvent = ({ key, caseId, kind, channel, tier, at, ...rest }) => ({
	key: `={{ ${key} }}`,
	caseId: `={{ ${caseId} }}`,
	openId: '',
	channel,
	tier: `={{ ${tier} }}`,
	kind,
	at: `={{ ${at} }}`,
	sentAs: '',
	text: '',
	link: '',
	...Object.fromEntries(Object.entries(rest).map(([name, code]) => [name, `={{ ${code} }}`])),
});

/** Edit Fields that gives the object of an expression as the item. */
export const item = (code) =>
	coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ ${code} }}`, options: {} });

/** Messages to the group robot hold 2,048 bytes, and 20 go out a minute: so many entries fit in one. */
const ENTRIES = 5;

/**
 * Edit Fields that makes messages for the staff of the list `rows`, which Aggregate gives: one item
 * `{ messages: […] }`, to be split out.
 *
 * @param headline the first line of each message
 * @param line JavaScript for the line of one item, from `row`
 */
export const messagesOf = (headline, line) =>
	setFields({
		messages: [
			'array',
			`={{ $json.rows.map((row) => ${line}).reduce((list, line, at) => { if (at % ${ENTRIES} === 0) list.push(${JSON.stringify(headline)}); list[list.length - 1] += '\\n' + (at + 1) + '. ' + line; return list; }, []) }}`,
		],
	});

/** JavaScript for a time as the staff reads it. */
export const moment = (code) =>
	`DateTime.fromJSDate(new Date(${code})).setZone('Asia/Shanghai').toFormat('MM-dd HH:mm')`;
