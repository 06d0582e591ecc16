const MASK = '***';

/** Names whose values never leave the package, in URLs, form bodies and JSON alike. */
const SECRET_NAMES =
	'access_token|refresh_token|appsecret|app_secret|appSecret|secret|encodingAesKey|EncodingAESKey|accessToken|x-stale-token';

const IN_QUERY = new RegExp(`\\b(${SECRET_NAMES})=[^&\\s"'<>]+`, 'gi');
const IN_JSON = new RegExp(
	`(\\\\?["'](?:${SECRET_NAMES})\\\\?["']\\s*:\\s*\\\\?["'])[^"'\\\\]*`,
	'gi',
);

/**
 * Removes secrets from a text that may be shown or logged: values of the known secret parameters in
 * URLs and JSON, and every literal given. Literals shorter than six characters are left alone, as
 * masking them would garble ordinary words.
 */
export function redact(text: string, ...literals: string[]): string {
	let result = text.replace(IN_QUERY, `$1=${MASK}`).replace(IN_JSON, `$1${MASK}`);
	for (const literal of literals) {
		if (literal.length >= 6) result = result.split(literal).join(MASK);
	}
	return result;
}
