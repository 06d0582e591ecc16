/*
 * Makes nodes/shared/text/data/pinyin.json: the toneless reading of every character of GB 2312, from
 * pinyin-pro (MIT). `main` holds the first reading, `also` the further readings of the characters that
 * are in everyday words with them. Run again after an update of pinyin-pro.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** Characters whose second reading turns up in the questions of followers. */
const POLYPHONES =
	'会还行重长乐得地着了都发调折传种处相降场弹省便单参数率量藏背曲觉校模系卡核给少好要看空分间干几假教和喝划角解据卷累露落没宿提为吓血咽扎炸粘中转载涨朝称冲盛盖颈壳咖夹尽可石澄堡薄剥朴';

function* gb2312() {
	const decoder = new TextDecoder('gb2312');
	for (let row = 0xb0; row <= 0xf7; row++) {
		for (let cell = 0xa1; cell <= 0xfe; cell++) {
			const character = decoder.decode(Uint8Array.of(row, cell));
			if (/^\p{Script=Han}$/u.test(character)) yield character;
		}
	}
}

const readings = (character) => [
	...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })),
];

const main = {};
const also = {};
const put = (table, syllable, character) => {
	table[syllable] = (table[syllable] ?? '') + character;
};
for (const character of gb2312()) {
	const [first, ...others] = readings(character).filter((syllable) => /^[a-z]+$/.test(syllable));
	if (!first) continue;
	put(main, first, character);
	if (POLYPHONES.includes(character)) others.forEach((other) => put(also, other, character));
}
const file = new URL('../../nodes/shared/text/data/pinyin.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ main, also }, null, '\t')}\n`);
