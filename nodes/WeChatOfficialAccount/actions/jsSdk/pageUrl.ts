import { UserInputError } from '../../../shared/inputError';
import { webAddress } from '../../../shared/limits';

/**
 * The address of a page as the browser has it in `location.href`, which is what WeChat compares:
 * Chinese characters and spaces in percent notation, a host in small letters, `/` behind it, line
 * breaks gone, nothing from `#` on. `&amp;` is what HTML makes of `&`.
 *
 * @throws UserInputError for anything but http:// and https://
 */
export function pageUrl(text: string): string {
	const address = webAddress('URL', text.trim().replace(/&(?:amp|#38|#x26);/gi, '&'));
	if (!URL.canParse(address)) {
		throw new UserInputError("'URL' is not an address", 'Use the address that the browser shows.');
	}
	const url = new URL(address);
	url.hash = '';
	return url.href;
}
