import { hasField, ifAll, wechatApi, wechatReply } from '../lib/nodes.mjs';
import { sentAt } from '../lib/settings.mjs';
import { PICTURE, TABLE } from './shared.mjs';

/** The picture that follows a text. */
export function addPicture(w, store, from) {
	const message = `$('${PICTURE}').first().json`;
	const section = w.section(
		'## 5. 配图\n10 分钟内的一张图归到这份投稿；微信的临时图片三天后失效，所以存为永久素材。其他图片不理会。',
		{ line: 3 },
	);
	const waiting = section.put(
		'Submission without a picture',
		store.get(
			TABLE,
			[
				['openId', 'eq', `={{ ${message}.wechat.openId }}`],
				['pictureUntil', 'gte', sentAt(PICTURE)],
				['at', 'lte', sentAt(PICTURE)],
				['mediaId', 'isEmpty'],
			],
			{ orderBy: ['at', 'DESC'], limit: 1 },
		),
		0,
	);
	const isThere = section.put('Is one waiting?', ifAll(hasField()), 1);
	const add = section.put(
		'Add the picture',
		store.update(
			TABLE,
			[
				['key', 'eq', '={{ $json.key }}'],
				['mediaId', 'isEmpty'],
			],
			{ mediaId: `={{ ${message}.MediaId }}`, picUrl: `={{ ${message}.PicUrl ?? '' }}` },
		),
		2,
	);
	const isAdded = section.put('Was it added?', ifAll(hasField()), 3);
	const thank = section.put(
		'Thank for the picture',
		wechatReply('配图收到，和您的文字放在一起了。请等待评审，谢谢！'),
		4,
	);
	const download = section.put(
		'Download the picture',
		wechatApi('media', 'get', { mediaId: `={{ ${message}.MediaId }}` }),
		5,
		0,
		{ retryOnFail: true, waitBetweenTries: 2_000 },
	);
	const upload = section.put(
		'Keep it as material',
		wechatApi('media', 'uploadPermanent', { mediaType: 'image' }),
		6,
	);
	const noted = section.put(
		'Note the material',
		store.update(TABLE, [['key', 'eq', `={{ $('${waiting}').first().json.key }}`]], {
			permanentMediaId: '={{ $json.mediaId }}',
			permanentUrl: "={{ $json.url ?? '' }}",
		}),
		7,
	);
	w.link(from.node, waiting, from);
	w.chain(waiting, isThere, add, isAdded, thank, download, upload, noted);
}
