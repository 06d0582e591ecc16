/** The four segments of WeChat Segment, and the tags that stand for them on the account. */
export const SEGMENT_TAGS = {
	highValue: '高价值',
	potential: '潜在',
	dormant: '沉默',
	lost: '流失',
};

/** The same as JavaScript, with what *Compare Runs* calls people whom only one run knows. */
export const SEGMENT_NAMES_CODE = JSON.stringify({ ...SEGMENT_TAGS, none: '新增' });
