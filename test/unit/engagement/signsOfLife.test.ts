import { checkReachability } from '../../../nodes/shared/message/reachability';
import { replyWindow } from '../../../nodes/shared/message/replyWindow';
import { DEFAULT_OWN_KINDS, isOwnAction } from '../../../nodes/WeChatMetrics/engine/kinds';
import { peopleOf } from '../../../nodes/WeChatMetrics/engine/people';
import { event } from './sla/build';
import { at, read } from './metrics/sample';

const REPORTS = [
	'event.LOCATION',
	'event.kf_close_session',
	'event.kf_create_session',
	'event.kf_switch_session',
	'event.user_authorization_revoke',
	'event.user_info_modified',
];

const rowsOf = (kinds: string[]) =>
	read(
		kinds.map((kind, place) => ({
			key: String(place),
			openId: 'oA',
			kind,
			at: at('2026-11-23', `10:0${place}`),
		})),
	).interactions;

describe('fault 1.4: rows whose kinds are spelled otherwise', () => {
	it.each(['event.Unsubscribe', ' event.UNSUBSCRIBE', 'event.User_Authorization_Cancellation'])(
		'%s is leaving, for metrics and SLAs alike',
		(kind) => {
			const person = peopleOf(rowsOf(['event.Subscribe', kind]), [], DEFAULT_OWN_KINDS).get('oA');
			expect(person?.follows).toMatchObject([{ isFollow: true }, { isFollow: false }]);
			expect(event(`24 10:00 ${kind.trim()}`).kind).toBe('cancelled');
		},
	);

	it.each(['event.click', 'EVENT.Scan', 'Text'])('%s is something that the person did', (kind) => {
		const [row] = rowsOf([kind]);
		expect(row && isOwnAction(row, DEFAULT_OWN_KINDS)).toBe(true);
	});
});

describe('faults 1.1 and 4.5: what is no sign of life', () => {
	it.each(REPORTS)('%s brings nobody back into the metrics', (kind) => {
		const [row] = rowsOf([kind]);
		expect(row && isOwnAction(row, DEFAULT_OWN_KINDS)).toBe(false);
		expect(peopleOf(rowsOf([kind]), [], DEFAULT_OWN_KINDS).size).toBe(0);
		const person = peopleOf(rowsOf(['event.unsubscribe', kind]), [], DEFAULT_OWN_KINDS).get('oA');
		expect(person).toMatchObject({ days: [], follows: [{ isFollow: false }] });
	});

	it.each([...REPORTS, 'event.user_authorization_cancellation'])('%s opens no window', (kind) => {
		expect(checkReachability([{ kind, at: 0 }], 1).canWrite).toBe(false);
	});

	it('the end of a WeChat account ends following, until the person follows again', () => {
		const ended = { kind: 'event.user_authorization_cancellation', at: 2 };
		const wrote = { kind: 'text', at: 1 };
		const back = { kind: 'event.subscribe', at: 3 };
		expect(checkReachability([wrote, ended], 4)).toMatchObject({
			isFollower: false,
			channel: null,
		});
		expect(checkReachability([wrote, ended, back], 4).isFollower).toBe(true);
		expect(replyWindow([wrote, ended]).at(-1)).toMatchObject({ closesAt: 2 });
		const gone = peopleOf(rowsOf(['text', ended.kind]), [], DEFAULT_OWN_KINDS).get('oA');
		expect(gone?.follows).toMatchObject([{ isFollow: false }]);
	});

	it.each([
		'event.unsubscribe',
		'event.user_authorization_cancellation',
		'event.user_authorization_revoke',
	])('%s ends what is waited for', (kind) => {
		expect(event(`24 10:00 ${kind}`).kind).toBe('cancelled');
	});

	it('a tap that is delivered again and older than leaving brings nobody back', () => {
		const tap = { kind: 'event.CLICK', at: 1 };
		const left = { kind: 'event.unsubscribe', at: 2 };
		expect(checkReachability([left, tap], 3)).toMatchObject({ isFollower: false, canWrite: false });
	});
});
