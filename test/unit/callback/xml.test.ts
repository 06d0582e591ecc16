import fc from 'fast-check';
import { parseBody } from '../../../nodes/shared/callback/message';
import { cdata, parseXml } from '../../../nodes/shared/callback/xml';

const wrap = (inner: string) => `<xml>${inner}</xml>`;

describe('parseXml', () => {
	it('keeps white space and line breaks of a text', () => {
		const { Content } = parseXml(wrap('<Content><![CDATA[第一行\n\n第二行   x ]]></Content>'));
		expect(Content).toBe('第一行\n\n第二行   x ');
	});

	it('keeps numbers as the text that was sent', () => {
		const fields = parseXml(
			wrap('<MsgId>24690134567890123</MsgId><Location_X>23.1340000</Location_X>'),
		);
		expect(fields).toEqual({ MsgId: '24690134567890123', Location_X: '23.1340000' });
	});

	it('keeps nested structures and makes single list entries arrays', () => {
		const fields = parseXml(
			wrap(`<SendPicsInfo><Count>1</Count>
				<PicList><item><PicMd5Sum><![CDATA[abc]]></PicMd5Sum></item></PicList>
			</SendPicsInfo>`),
		);
		expect(fields).toEqual({
			SendPicsInfo: { Count: '1', PicList: { item: [{ PicMd5Sum: 'abc' }] } },
		});
	});

	it('turns blank list containers into empty lists', () => {
		const fields = parseXml(
			wrap('<ArticleUrlResult><Count>0</Count><ResultList>\n</ResultList></ArticleUrlResult>'),
		);
		expect(fields).toEqual({ ArticleUrlResult: { Count: '0', ResultList: { item: [] } } });
	});

	it('makes repeated elements arrays', () => {
		expect(parseXml(wrap('<fail_idx>1</fail_idx><fail_idx>3</fail_idx>'))).toEqual({
			fail_idx: ['1', '3'],
		});
		expect(parseXml(wrap('<fail_idx>1</fail_idx>'))).toEqual({ fail_idx: ['1'] });
	});

	it('decodes references outside CDATA once, and none inside', () => {
		expect(parseXml(wrap('<a>1 &lt; 2 &amp;lt; &#20320;&#x597d;</a>')).a).toBe('1 < 2 &lt; 你好');
		expect(parseXml(wrap('<a><![CDATA[&lt;&amp;]]></a>')).a).toBe('&lt;&amp;');
	});

	it('lets a document type pass as text, and refuses it as markup', () => {
		expect(parseXml(wrap('<a><![CDATA[<!DOCTYPE html>]]></a>')).a).toBe('<!DOCTYPE html>');
		const bomb =
			'<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml><Content>&b;</Content></xml>';
		expect(() => parseXml(bomb)).toThrow('not well-formed');
	});

	it.each(['', 'plain', '<xml>', '<xml><a></xml>', '<xml><![CDATA[', '<other></other>'])(
		'refuses %j',
		(broken) => {
			expect(() => parseXml(broken)).toThrow(/not well-formed|is empty/);
		},
	);

	it('does not let a message reach the prototype', () => {
		expect(() => parseXml(wrap('<__proto__><polluted>1</polluted></__proto__>'))).toThrow(
			'not well-formed',
		);
		const fields = parseBody('{"__proto__":{"polluted":1},"a":1}');
		expect(fields).toEqual({ a: 1 });
		expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
	});

	it('refuses deep nesting', () => {
		const deep = '<a>'.repeat(40) + '</a>'.repeat(40);
		expect(() => parseXml(wrap(deep))).toThrow();
	});

	it('gives back any text that was written as CDATA', () => {
		// XML knows neither control characters nor lone surrogates, and normalizes line ends.
		const text = fc
			.string({ unit: 'grapheme' })
			.filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value));
		fc.assert(
			fc.property(text, (value) => {
				expect(parseXml(wrap(`<Content>${cdata(value)}</Content>`)).Content).toBe(value);
			}),
		);
	});
});

describe('parseBody', () => {
	it('reads JSON without losing ids and with the same lists', () => {
		const fields = parseBody(
			'{"MsgId":24690134567890123,"CreateTime":1700000000,"List":{"TemplateId":"a"},"Content":"你好\\n"}',
		);
		expect(fields).toEqual({
			MsgId: '24690134567890123',
			CreateTime: 1700000000,
			List: [{ TemplateId: 'a' }],
			Content: '你好\n',
		});
		expect(parseBody('{"MsgId":12}').MsgId).toBe('12');
	});

	it('refuses broken JSON', () => {
		expect(() => parseBody('{"a":')).toThrow('not well-formed JSON');
	});
});
