import { UserInputError } from '../../shared/inputError';
import type { Values } from './step';

const PLACEHOLDER = /\{([A-Za-z]\w*)\}/g;

/**
 * Fills `{placeholders}` in.
 *
 * @param label how the text is called in an error
 * @throws UserInputError when the text has a placeholder that nothing is known for
 */
export function fill(template: string, values: Values, label: string): string {
	return template.replace(PLACEHOLDER, (whole, name: string) => {
		const value = values[name];
		if (value === undefined) {
			throw new UserInputError(
				`'${label}' uses ${whole}, which has no value here`,
				`Use one of: ${Object.keys(values)
					.map((key) => `{${key}}`)
					.join(' ')}.`,
			);
		}
		return String(value);
	});
}

/** Masks an OpenID for a public list: enough to recognise oneself, too little to be addressed. */
export function mask(openId: string): string {
	return openId.length <= 8
		? `${openId.slice(0, 1)}***`
		: `${openId.slice(0, 4)}****${openId.slice(-4)}`;
}
