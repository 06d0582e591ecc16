import { Canvas } from './lib/canvas.mjs';
import { listOf, manualTrigger, splitOut } from './lib/nodes.mjs';
import { CONTENT, TABLES } from './tables.mjs';

const COLUMNS = 7;

const title = (table) => table.replace(/^wechat_/, '').replace(/_/g, ' ');

export default (store) => {
	const w = new Canvas({
		name: '00 Set up tables and example content',
		overview: `### How it works
建立全部数据表，并填入一家茶铺的示例内容：关键词库、题库、奖品、菜单、内容、群二维码、服务时限和设置。

已经存在的表会沿用；已有的行（按 key 判断）不会被覆盖。所以可以放心重复运行，也可以先改内容再运行。

所有状态都在这些表里，打开 n8n 的 Data tables 页面就能查看和修改，不需要写程序。

### Setup
1. 点击 Execute workflow 运行一次。
2. 打开 wechat_settings 表，填写公众号名称、企业微信群机器人的地址等。
3. 按需修改关键词、题库、奖品等示例内容。
4. 再导入并发布 01 至 16 号流程。`,
	});

	const tables = w.section('## 1. 建表\n每张表一个节点，已存在则沿用。', { line: 0 });
	const start = tables.put('When run by hand', manualTrigger(), 0, 0);
	let before = start;
	Object.keys(TABLES).forEach((table, position) => {
		const place = position + 1;
		const name = tables.put(
			`Table for ${title(table)}`,
			store.create(table),
			place % COLUMNS,
			Math.floor(place / COLUMNS),
		);
		w.link(before, name);
		before = name;
	});

	const content = w.section(
		'## 2. 示例内容\n每行是一组内容：列出、拆成行、去掉已有的、写入。先改这里，或之后在表里改。',
		{ line: 1 },
	);
	Object.entries(CONTENT).forEach(([table, rows], position) => {
		const column = (position % 2) * 5;
		const row = Math.floor(position / 2);
		const names = [
			content.put(`Example ${title(table)}`, { ...listOf(rows), executeOnce: true }, column, row),
			content.put(`Each of ${title(table)}`, splitOut('rows'), column + 1, row),
			content.put(`New ${title(table)}`, store.missing(table), column + 2, row),
			content.put(`Store ${title(table)}`, store.insert(table), column + 3, row),
		];
		w.link(before, names[0]).chain(...names);
	});
	return w;
};
