/** Networks of one's own, by their first numbers (RFC 1918, 6598, 3927 and the like). */
function isPrivateIpv4([first = 0, second = 0, third = 0]: number[]): boolean {
	if (first === 0 || first === 10 || first === 127 || first >= 224) return true;
	if (first === 100) return second >= 64 && second <= 127;
	if (first === 169) return second === 254;
	if (first === 172) return second >= 16 && second <= 31;
	if (first === 192) return second === 168 || (second === 0 && (third === 0 || third === 2));
	if (first === 198) return second === 18 || second === 19 || (second === 51 && third === 100);
	return first === 203 && second === 0 && third === 113;
}

/** Of IPv6 the public part is taken, without the ranges that carry an IPv4 address inside. */
const PUBLIC_IPV6 = /^\[(?!2001:0?:|2001:db8:|2002:)[23][0-9a-f]{3}:/;

/** Names that lead into a network of one's own; a name without a dot always does. */
const PRIVATE_NAME =
	/(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|arpa)$/;

function isPrivateHost(hostname: string): boolean {
	const host = hostname.replace(/\.$/, '');
	if (host.startsWith('[')) return !PUBLIC_IPV6.test(host);
	if (/^\d+(?:\.\d+){3}$/.test(host)) return isPrivateIpv4(host.split('.').map(Number));
	return !host.includes('.') || PRIVATE_NAME.test(host);
}

/**
 * Why an address that somebody else may have written is not fetched; undefined when it is. Names are
 * not looked up here: a name that leads into a private network is a matter of n8n's own protection
 * (`N8N_SSRF_PROTECTION_ENABLED`).
 */
export function addressProblem(address: string): string | undefined {
	if (!URL.canParse(address)) return 'is no address';
	const { protocol, hostname, username, password } = new URL(address);
	if (protocol !== 'https:' && protocol !== 'http:') return 'is no address on the web';
	if (username !== '' || password !== '') return 'holds a user name or password';
	return isPrivateHost(hostname) ? 'is an address in a private network' : undefined;
}
