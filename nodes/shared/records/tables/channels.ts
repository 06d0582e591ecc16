import { defineTable } from '../table';

/** Where QR codes hang or are sent; `key` is `channel:` and the scene of the code. */
export const channels = defineTable({
	name: 'channels',
	holds: 'scenes of QR codes, with the name of the place',
	columns: {
		scene: 'text',
		/** What people call it, e.g. 门店收银台. */
		name: 'text',
		/** Tag for who comes this way; '' for none. */
		tag: 'text',
		remark: 'text',
		at: 'time',
	},
	indexes: [['scene']],
	examples: [
		{ key: 'channel:store', scene: 'store', name: '门店收银台', tag: '门店顾客' },
		{ key: 'channel:parcel', scene: 'parcel', name: '包裹卡片', tag: '网店顾客' },
	],
});

/** The key of a channel. */
export const channelKey = (scene: string): string => `channel:${scene}`;
