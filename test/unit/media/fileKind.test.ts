import { fileKind } from '../../../nodes/shared/media/fileKind';
import { checkFile, checkSize, MEDIA_RULES } from '../../../nodes/shared/media/fileRules';
import { FILES } from '../../fixtures/files';

describe('fault 2.8: what a file is', () => {
	it.each(Object.entries(FILES))('%s is told by its bytes', (extension, data) => {
		expect(fileKind(data)?.extension).toBe(extension);
	});

	it('says nothing about bytes that say nothing', () => {
		for (const text of ['', 'abc', 'BMW', 'RIFF', 'MM', 'ÿ']) {
			expect(fileKind(Buffer.from(text))).toBeUndefined();
		}
	});

	const bytes = (text: string) => Buffer.from(text, 'latin1');
	it.each([
		['<!DOCTYPE svg PUBLIC "x"><svg>', 'svg'],
		['<!-- made by hand -->\n<svg>', 'svg'],
		['<h1>404</h1>', 'html'],
		['[{"errcode":1}]', 'json'],
		['\0\0\0\x08wide\0\0', 'mov'],
		['\0\0\x01\0moov', 'mov'],
		['\0\0\x01\xba', 'mpg'],
		['\xff\xf1\x50\x80', 'aac'],
	])('%j begins %s', (head, extension) => {
		expect(fileKind(bytes(head))?.extension).toBe(extension);
	});

	const refused: Array<[name: string, extension: string, rule: keyof typeof MEDIA_RULES]> = [
		['cover.jpg', 'webp', 'image'],
		['photo.png', 'avif', 'image'],
		['photo.png', 'heic', 'image'],
		['page.jpg', 'html', 'image'],
		['error.png', 'json', 'articleImage'],
		['logo.png', 'svg', 'image'],
		['cover.jpg', 'png', 'thumb'],
		['anim.jpg', 'gif', 'articleImage'],
		['film.mp4', 'mov', 'video'],
		['voice.mp3', 'm4a', 'voice'],
		['voice.amr', 'silk', 'voice'],
		['photo.jpg', 'tiff', 'analysis'],
	];
	it.each(refused)('%s that is %s is refused by its real kind', (fileName, extension, rule) => {
		const data = FILES[extension] ?? Buffer.alloc(0);
		const file = { fileName, mimeType: 'image/jpeg' };
		const { name = '' } = fileKind(data) ?? {};
		expect(() => checkFile(file, data, MEDIA_RULES[rule])).toThrow(
			`The file '${fileName}' is ${name}, whatever its name says`,
		);
	});

	it('names a file of an accepted kind after what it is', () => {
		const png = FILES.png ?? Buffer.alloc(0);
		const file = { fileName: 'a.b.jpg', mimeType: 'image/jpeg' };
		expect(checkFile(file, png, MEDIA_RULES.image)).toEqual({
			fileName: 'a.b.png',
			contentType: 'image/png',
		});
		const jpeg = FILES.jpg ?? Buffer.alloc(0);
		const photo = { fileName: '照片.JPEG', mimeType: 'application/octet-stream' };
		expect(checkFile(photo, jpeg, MEDIA_RULES.thumb)).toEqual({
			fileName: '照片.JPEG',
			contentType: 'image/jpeg',
		});
	});

	it.each([
		['0', '', '0.png'],
		['photo', 'application/octet-stream', 'photo.png'],
		['photo.php', 'image/png', 'photo.png'],
		[undefined, '', 'file.png'],
	])('a picture named %s of type "%s" is sent as %s', (fileName, mimeType, expected) => {
		const png = FILES.png ?? Buffer.alloc(0);
		expect(checkFile({ fileName, mimeType }, png, MEDIA_RULES.image).fileName).toBe(expected);
	});

	it('tells the size with the limit', () => {
		expect(() => checkSize('a.jpg', 65_537, MEDIA_RULES.thumb)).toThrow(
			"The file 'a.jpg' has 65537 bytes; WeChat takes 1 to 65536",
		);
		expect(() => checkSize('a.jpg', 0, MEDIA_RULES.thumb)).toThrow('has 0 bytes');
		expect(() => checkSize('a.jpg', 65_536, MEDIA_RULES.thumb)).not.toThrow();
	});
});
