import { definition } from '../../../nodes/shared/records/postgres/sql';
import { keywords } from '../../../nodes/shared/records/tables/keywords';
import { absent, specimen } from '../../harness/recordsContract';

describe('the definition of a table in PostgreSQL', () => {
	it('is one query with its examples, so that nothing can come in between', () => {
		const { query, parameter } = definition(specimen, 'wechat_a_specimen');
		expect(query.split('; ').map((statement) => statement.split(' ')[0])).toEqual([
			'CREATE',
			'ALTER',
			'CREATE',
			'INSERT',
		]);
		expect(parameter.rows).toMatchObject([{ key: 'example', words: '示例', openId: '', data: '' }]);
	});

	it('lets PostgreSQL note when a row was made, where the table has a column for it', () => {
		const { query, parameter } = definition(keywords, 'wechat_a_keywords');
		expect(query).toMatch(/"addedAt" text COLLATE "C" DEFAULT to_char\(now\(\)/);
		expect(Object.keys(parameter.rows?.[0] ?? {})).not.toContain('addedAt');
	});

	it('writes nothing where there are no examples', () => {
		const { query, parameter } = definition(absent, 'wechat_a_absent');
		expect([query.includes('INSERT'), parameter.rows]).toEqual([false, []]);
	});
});
