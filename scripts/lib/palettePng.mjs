import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const head = Buffer.alloc(4);
	head.writeUInt32BE(data.length);
	const tail = Buffer.alloc(4);
	tail.writeUInt32BE(crc32(body));
	return Buffer.concat([head, body, tail]);
}

/** A PNG (W3C) with one byte per pixel that points into a palette of up to 256 colours, `[r, g, b]` each. */
export function palettePng({ width, height, palette, pixels }) {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, INDEXED, 0, 0, 0], 8);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) {
		pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
	}
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/**
 * Finds a palette for a picture; runs in a page of the browser, which can decode it.
 *
 * @param address data URL of the picture
 * @param most colours of the palette
 */
export async function indexed({ address, most }) {
	const SAME = 150;
	const image = new Image();
	image.src = address;
	await image.decode();
	const canvas = new OffscreenCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	// Seven of eight bits tell colours apart as well as eyes do.
	const keyAt = (at) => ((data[at] >> 1) << 14) | ((data[at + 1] >> 1) << 7) | (data[at + 2] >> 1);
	const counts = new Map();
	for (let at = 0; at < data.length; at += 4) {
		const key = keyAt(at);
		const known = counts.get(key);
		if (known) known.count += 1;
		else counts.set(key, { count: 1, colour: [data[at], data[at + 1], data[at + 2]] });
	}
	const distance = (a, b) => a.reduce((sum, value, channel) => sum + (value - b[channel]) ** 2, 0);
	const palette = [];
	for (const { colour } of [...counts.values()].sort((a, b) => b.count - a.count)) {
		if (palette.length === most) break;
		// Neighbours share an entry, so that the rare colours of icons get one too.
		if (palette.every((known) => distance(known, colour) > SAME)) palette.push(colour);
	}
	const nearest = new Map();
	const indexOf = (at) => {
		const key = keyAt(at);
		const known = nearest.get(key);
		if (known !== undefined) return known;
		const distances = palette.map((colour) => distance(colour, [...data.subarray(at, at + 3)]));
		const index = distances.indexOf(Math.min(...distances));
		nearest.set(key, index);
		return index;
	};
	const pixels = new Uint8Array(data.length / 4);
	for (let pixel = 0; pixel < pixels.length; pixel++) pixels[pixel] = indexOf(pixel * 4);
	let text = '';
	for (let start = 0; start < pixels.length; start += 32_768) {
		text += String.fromCharCode(...pixels.subarray(start, start + 32_768));
	}
	return { width: image.width, height: image.height, palette, pixels: btoa(text) };
}
