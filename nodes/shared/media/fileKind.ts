/** What the bytes of a file say it is. */
export interface FileKind {
	/** As a person calls it, e.g. `a WebP picture`. */
	name: string;
	/** As WeChat names it in its lists, e.g. `jpg`. */
	extension: string;
	mimeType: string;
}

const kind = (name: string, extension: string, mimeType: string): FileKind => ({
	name,
	extension,
	mimeType,
});

const JPEG = kind('a JPEG picture', 'jpg', 'image/jpeg');
const HEIC = kind('a HEIC picture', 'heic', 'image/heic');
const AVIF = kind('an AVIF picture', 'avif', 'image/avif');
const MP4 = kind('an MP4 video', 'mp4', 'video/mp4');
const QUICKTIME = kind('a QuickTime video', 'mov', 'video/quicktime');
const AAC = kind('an AAC recording', 'aac', 'audio/aac');
const MP3 = kind('an MP3 recording', 'mp3', 'audio/mpeg');

/** Beginnings that belong to one format only. */
const BEGINNINGS: Array<[beginning: string, kind: FileKind]> = [
	['\xff\xd8\xff', JPEG],
	['\x89PNG\r\n\x1a\n', kind('a PNG picture', 'png', 'image/png')],
	['GIF87a', kind('a GIF picture', 'gif', 'image/gif')],
	['GIF89a', kind('a GIF picture', 'gif', 'image/gif')],
	['II*\0', kind('a TIFF picture', 'tiff', 'image/tiff')],
	['MM\0*', kind('a TIFF picture', 'tiff', 'image/tiff')],
	['\0\0\x01\0', kind('a Windows icon', 'ico', 'image/x-icon')],
	['\xff\x0a', kind('a JPEG XL picture', 'jxl', 'image/jxl')],
	['\0\0\0\x0cJXL ', kind('a JPEG XL picture', 'jxl', 'image/jxl')],
	['8BPS', kind('a Photoshop picture', 'psd', 'image/vnd.adobe.photoshop')],
	['%PDF-', kind('a PDF document', 'pdf', 'application/pdf')],
	['PK\x03\x04', kind('a ZIP or Office file', 'zip', 'application/zip')],
	['\x1f\x8b', kind('a GZIP file', 'gz', 'application/gzip')],
	['Rar!', kind('a RAR file', 'rar', 'application/vnd.rar')],
	['ID3', MP3],
	['#!AMR', kind('an AMR recording', 'amr', 'audio/amr')],
	['#!SILK', kind('a SILK recording', 'silk', 'audio/silk')],
	['\x02#!SILK', kind('a SILK recording', 'silk', 'audio/silk')],
	['fLaC', kind('a FLAC recording', 'flac', 'audio/flac')],
	['OggS', kind('an Ogg recording', 'ogg', 'audio/ogg')],
	['\x30\x26\xb2\x75\x8e\x66\xcf\x11', kind('a WMA recording', 'wma', 'audio/x-ms-wma')],
	['\x1a\x45\xdf\xa3', kind('a WebM or Matroska video', 'webm', 'video/webm')],
	['\0\0\x01\xba', kind('an MPEG video', 'mpg', 'video/mpeg')],
	['\0\0\0\x0cjP  ', kind('a JPEG 2000 picture', 'jp2', 'image/jp2')],
	['7z\xbc\xaf\x27\x1c', kind('a 7-Zip file', '7z', 'application/x-7z-compressed')],
	['FLV\x01', kind('a Flash video', 'flv', 'video/x-flv')],
];

/** RIFF containers, by the word behind their length. */
const RIFF: Record<string, FileKind> = {
	WEBP: kind('a WebP picture', 'webp', 'image/webp'),
	WAVE: kind('a WAV recording', 'wav', 'audio/wav'),
	'AVI ': kind('an AVI video', 'avi', 'video/x-msvideo'),
};

/** ISO containers (`ftyp`), by their major brand; every other brand is taken for a video. */
const BRANDS: Record<string, FileKind> = {
	avif: AVIF,
	avis: AVIF,
	heic: HEIC,
	heix: HEIC,
	heim: HEIC,
	heis: HEIC,
	hevc: HEIC,
	hevx: HEIC,
	mif1: HEIC,
	msf1: HEIC,
	'qt  ': QUICKTIME,
	'M4A ': kind('an M4A recording', 'm4a', 'audio/mp4'),
	'M4B ': kind('an M4A recording', 'm4a', 'audio/mp4'),
};

/** What text files begin with, behind white space. */
const TEXTS: Array<[beginning: RegExp, kind: FileKind]> = [
	[
		// A comment ends at its first end: else there were as many ways through many of them as there are sums.
		/^(?:<!--(?:(?!-->)[^])*-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]|^<!doctype svg/i,
		kind('an SVG drawing', 'svg', 'image/svg+xml'),
	],
	[
		/^<(!doctype html|html|head|body|script|title|meta|div|p|h\d|center)[\s>]/i,
		kind('an HTML page', 'html', 'text/html'),
	],
	[/^<!--/, kind('an HTML page', 'html', 'text/html')],
	[/^(?:\[\s*)?\{\s*"/, kind('a JSON text', 'json', 'application/json')],
];
const XML = kind('an XML text', 'xml', 'text/xml');

/** What a QuickTime file of old begins with, behind a length. */
const ATOMS = new Set(['moov', 'mdat', 'wide', 'skip', 'free', 'pnot']);

/** As much of a file as decides what it is. */
const HEAD_BYTES = 1_024;

function isoKind(head: string): FileKind | undefined {
	if (head.slice(4, 8) !== 'ftyp') return undefined;
	const major = head.slice(8, 12);
	// The general brands are those of HEIC and AVIF alike; the list behind tells which.
	const length = Math.min(head.length, head.charCodeAt(2) * 256 + head.charCodeAt(3));
	const brands: string[] = head.slice(16, length).match(/[^]{4}/g) ?? [];
	if (major === 'mif1' && brands.includes('avif')) return AVIF;
	if (/^3g[p2]/.test(major)) return kind('a 3GP video', '3gp', 'video/3gpp');
	return BRANDS[major] ?? MP4;
}

function textKind(head: string): FileKind | undefined {
	// A byte order mark and white space may come first.
	const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
	const found = TEXTS.find(([beginning]) => beginning.test(text))?.[1];
	if (found || !text.startsWith('<?xml')) return found;
	const inside = /<(svg|html)[\s>]/i.exec(text)?.[1]?.toLowerCase();
	if (inside === 'svg') return kind('an SVG drawing', 'svg', 'image/svg+xml');
	return inside === 'html' ? kind('an HTML page', 'html', 'text/html') : XML;
}

/** MPEG audio frames: eleven bits set, then a version, a layer and a bit rate that exist. */
function isMpegAudio(data: Buffer): boolean {
	const [first = 0, second = 0, third = 0] = data;
	if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
	return (second & 0x18) !== 0x08 && (second & 0x06) === 0x02 && (third & 0xf0) !== 0xf0;
}

/** AAC in frames of its own, as phones record it: twelve bits set, then a layer of none. */
const isAdts = ([first = 0, second = 0]: Buffer): boolean =>
	first === 0xff && (second & 0xf6) === 0xf0;

/** Windows bitmaps begin with two letters that a text may begin with, too; their header tells. */
const isBitmap = (data: Buffer, head: string): boolean =>
	head.startsWith('BM') &&
	data.length >= 26 &&
	[12, 40, 52, 56, 64, 108, 124].includes(data[14] ?? 0);

/**
 * What a file is, by its first bytes, whatever its name says; undefined when they tell nothing.
 * The bytes are only compared, never decoded, so it costs the same for every size.
 */
export function fileKind(data: Buffer): FileKind | undefined {
	const head = data.toString('latin1', 0, HEAD_BYTES);
	if (ATOMS.has(head.slice(4, 8))) return QUICKTIME;
	const known = BEGINNINGS.find(([beginning]) => head.startsWith(beginning));
	if (known) return known[1];
	if (head.startsWith('RIFF')) return RIFF[head.slice(8, 12)];
	if (isBitmap(data, head)) return kind('a BMP picture', 'bmp', 'image/bmp');
	if (isMpegAudio(data)) return MP3;
	if (isAdts(data)) return AAC;
	return isoKind(head) ?? textKind(head);
}
