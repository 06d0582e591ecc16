import {
	dedupeKeyOf,
	describeMessage,
	kindOf,
	parseBody,
} from '../../../nodes/shared/callback/message';
import { MESSAGES } from '../../fixtures/messages';
import { WRITTEN, WRITTEN_JSON } from '../../fixtures/written';
import { toXml } from '../../simulator/envelope';

describe('messages', () => {
	it.each(MESSAGES)('reads %s from XML without loss', (kind, fields) => {
		const read = parseBody(toXml(fields));
		expect(read).toEqual(fields);
		expect(kindOf(read)).toBe(kind);
	});

	it.each(MESSAGES)('reads %s from JSON without loss', (kind, fields) => {
		const read = parseBody(`\uFEFF ${JSON.stringify(fields)}`);
		expect(read).toEqual(fields);
		expect(kindOf(read)).toBe(kind);
	});

	it.each([...WRITTEN, ...WRITTEN_JSON])(
		'reads $name as it is written',
		({ text, kind, fields }) => {
			const read = parseBody(text);
			expect(read).toEqual(fields);
			expect(kindOf(read)).toBe(kind);
		},
	);

	it('keeps ids beyond 2^53 that JSON sends as numbers', () => {
		expect(parseBody('{"MsgType":"text","MsgId":24690134567890123}').MsgId).toBe(
			'24690134567890123',
		);
		expect(parseBody('{"MsgType":"text","MsgId":7}').MsgId).toBe('7');
	});

	it('makes lists of what WeChat repeats, also when there is one or none', () => {
		const list = (inner: string) =>
			parseBody(
				`<xml><MsgType>event</MsgType><SendPicsInfo><PicList>${inner}</PicList></SendPicsInfo></xml>`,
			).SendPicsInfo;
		expect(list('\n')).toEqual({ PicList: { item: [] } });
		expect(list('<item><PicMd5Sum>1</PicMd5Sum></item>')).toEqual({
			PicList: { item: [{ PicMd5Sum: '1' }] },
		});
	});

	it('knows a message by its id and an event by its time', () => {
		expect(dedupeKeyOf({ FromUserName: 'oA', MsgId: '9', CreateTime: '1' })).toBe('oA:9');
		const click = { FromUserName: 'oA', CreateTime: '1', Event: 'CLICK', EventKey: 'A' };
		expect(dedupeKeyOf(click)).toBe('oA:1:CLICK:A');
		// Two template messages to one person can end within one second.
		const ended = { ...click, Event: 'TEMPLATESENDJOBFINISH', EventKey: '' };
		expect(dedupeKeyOf({ ...ended, MsgID: '7' })).toBe('oA:1:TEMPLATESENDJOBFINISH::7');
		const publication = { PublishEventInfo: { publish_id: '8' } };
		expect(dedupeKeyOf({ ...ended, ...publication })).toBe('oA:1:TEMPLATESENDJOBFINISH::8');
		const notices = { SubscribeMsgSentEvent: { List: [{ MsgID: '9' }, { MsgID: '10' }] } };
		expect(dedupeKeyOf({ ...ended, ...notices })).toBe('oA:1:TEMPLATESENDJOBFINISH::9:10');
		expect(dedupeKeyOf({ ...ended, PublishEventInfo: '' })).toBe('oA:1:TEMPLATESENDJOBFINISH:');
		// Following and reporting the place happen within one second.
		expect(dedupeKeyOf({ ...click, Event: 'LOCATION' })).not.toBe(dedupeKeyOf(click));
	});

	it('describes also what is neither message nor event', () => {
		const delivery = { appId: 'wx1', receivedAt: 0, replyBefore: 4_300, encrypted: true };
		const ticket = { AppId: 'wx', InfoType: 'component_verify_ticket' };
		expect(describeMessage(ticket, delivery)).toEqual({
			kind: 'component_verify_ticket',
			openId: '',
			accountId: '',
			appId: 'wx1',
			dedupeKey: ':::',
			receivedAt: '1970-01-01T00:00:00.000Z',
			replyBefore: '1970-01-01T00:00:04.300Z',
			encrypted: true,
		});
	});

	it.each(['', ' ', 'hello', '[1]', '"x"', 'null', '{', '<xml>', '<xml></xml>'])(
		'refuses %j',
		(body) => {
			expect(() => parseBody(body)).toThrow();
		},
	);
});
