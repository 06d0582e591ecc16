/** The node by which a workflow reads its settings; the expressions below name it. */
export const SETTINGS = 'Settings';

const row = (key, node = SETTINGS) =>
	`$('${node}').all().find((row) => row.json.key === '${key}')?.json.value`;

/** An expression that gives a setting, or `fallback` (a JavaScript literal) when it is empty. */
export const setting = (key, fallback = "''") => `={{ ${row(key)} || ${fallback} }}`;

/**
 * The same without the brackets, to be part of a larger expression.
 *
 * @param node the node that has read the settings, where a branch reads them by itself
 */
export const settingCode = (key, fallback = "''", node = SETTINGS) =>
	`(${row(key, node)} || ${fallback})`;

/**
 * Whether a secret that somebody entered is that of a setting, as code. Compared by their hashes, so that
 * the time it takes tells nothing; nobody has the secret of an empty setting.
 *
 * @param given code of what was entered
 */
export const isSecretCode = (key, given, node = SETTINGS) => {
	const secret = settingCode(key, "''", node);
	return `${secret} !== '' && String(${given}).hash('sha256') === String(${secret}).hash('sha256')`;
};

/** The time of a scheduled workflow: the setting `now`, when somebody replays a day, or the real one. */
export const NOW = `={{ ${row('now')} || $now.toISO() }}`;
export const nowCodeOf = (node) => `(${row('now', node)} || $now.toISO())`;
export const NOW_CODE = nowCodeOf(SETTINGS);

/**
 * The same as a time of Shanghai, as code: `${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`. What an operator
 * writes without an offset is a time of Shanghai too, wherever n8n runs.
 */
export const SHANGHAI_CODE = `DateTime.fromISO(${NOW_CODE}.trim().replace(' ', 'T'), { zone: 'Asia/Shanghai' })`;

/** The time so long ago, as a value. */
export const ago = (unit, count) => `={{ ${SHANGHAI_CODE}.minus({ ${unit}: ${count} }).toISO() }}`;

/** The time of a pushed message, by WeChat's clock, as code. */
export const sentAtCode = (trigger) =>
	`new Date(Number($('${trigger}').first().json.CreateTime) * 1000).toISOString()`;

/** The same as a value. */
export const sentAt = (trigger) => `={{ ${sentAtCode(trigger)} }}`;
