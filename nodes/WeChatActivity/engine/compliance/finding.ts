/** `block`: the activity may not start like this. `warn`: a person should look at it. */
export type Severity = 'block' | 'warn';

/** A rule of the check, with what a person has to know about it. */
export interface RuleInfo {
	id: string;
	severity: Severity;
	/** Where the rule comes from, in Chinese. */
	source: string;
	/** What is wrong, in Chinese. */
	explanation: string;
	/** How to put it right, in Chinese. */
	fix: string;
}

/** Something that a check has found. */
export interface Finding extends RuleInfo {
	/** The field or the words it is about. */
	found: string;
}

export const SOURCES = {
	check: '本检查的范围',
	links: '微信外部链接内容管理规范',
	platform: '微信公众平台运营规范',
	competition: '中华人民共和国反不正当竞争法（有奖销售）',
	promotion: '规范促销行为暂行规定（市场监管总局令第32号）',
	consumers: '网络交易监督管理办法（格式条款）',
	minors: '未成年人网络保护条例',
	privacy: '中华人民共和国个人信息保护法',
	tax: '中华人民共和国个人所得税法（偶然所得）',
} as const;
