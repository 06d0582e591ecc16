import type { IDataObject } from 'n8n-workflow';
import { isoFromSeconds } from '../calendar/shanghaiDay';

/** A follower as WeChat describes one (user/info); all but the first two are missing after unfollowing. */
export interface UserInfo extends IDataObject {
	openid: string;
	subscribe: number;
	subscribe_time?: number;
	subscribe_scene?: string;
	remark?: string;
	tagid_list?: number[];
	qr_scene?: number;
	qr_scene_str?: string;
	unionid?: string;
}

/** The parts of a profile that still hold something: names and pictures have been empty since 2021. */
export function toProfile(user: UserInfo): IDataObject {
	return {
		openId: user.openid,
		isFollower: user.subscribe === 1,
		followedAt: user.subscribe_time ? isoFromSeconds(user.subscribe_time) : null,
		followScene: user.subscribe_scene ?? null,
		remark: user.remark ?? '',
		tagIds: user.tagid_list ?? [],
		qrScene: user.qr_scene_str || user.qr_scene || null,
		unionId: user.unionid ?? null,
	};
}
