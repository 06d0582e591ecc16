/** `block`: a text may not go out like this. `warn`: a person should look at it. */
export type Severity = 'block' | 'warn';

/** A rule of the check, with what a person has to know about it. */
export interface RuleInfo {
	id: string;
	severity: Severity;
	/** Where the rule comes from, in Chinese. */
	source: string;
	/** What is wrong, in Chinese. */
	explanation: string;
	/** How to say it instead, or how to put it right, in Chinese. */
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
	advertising: '中华人民共和国广告法第九条（不得使用“国家级”“最高级”“最佳”等用语）',
	medical: '中华人民共和国广告法第十七条（非医疗广告不得涉及疾病治疗功能）',
	returns: '中华人民共和国广告法第二十五条（不得对未来收益作保证性承诺）',
	competition: '中华人民共和国反不正当竞争法（有奖销售）',
	reviews: '中华人民共和国反不正当竞争法（虚假评价）',
	promotion: '规范促销行为暂行规定（市场监管总局令第32号）',
	consumers: '网络交易监督管理办法（格式条款）',
	minors: '未成年人网络保护条例',
	privacy: '中华人民共和国个人信息保护法（必要原则、敏感个人信息）',
	gambling: '中华人民共和国治安管理处罚法（赌博）',
	tax: '中华人民共和国个人所得税法（偶然所得）',
} as const;

/** How a finding and what to do about it is told to a person. In Chinese. */
export const findingText = ({ severity, explanation, source, fix, found }: Finding): string =>
	`${severity === 'block' ? '【必须修改】' : '【请留意】'}${explanation}（${found}）\n→ ${fix}（依据：${source}）`;
