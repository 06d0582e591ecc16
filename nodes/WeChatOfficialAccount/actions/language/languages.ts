/** What WeChat listens to and translates. */
export const LANGUAGES = [
	{ name: 'Chinese', value: 'zh_CN' },
	{ name: 'English', value: 'en_US' },
] as const;
