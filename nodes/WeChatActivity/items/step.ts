import type { IDataObject } from 'n8n-workflow';
import type { Step } from '../engine/step';

/** What items say, as `activity`, of what an event led to. */
export const stepJson = (
	step: Pick<Step, 'status' | 'values'>,
	ids: { activityId: string; openId?: string },
	reply: string,
	more: IDataObject = {},
): IDataObject => ({ ...ids, status: step.status, reply, ...step.values, ...more });

/** The item with what a step led to, and with its reply where a reply node looks for it. */
export const stepItem = (
	json: IDataObject,
	step: Pick<Step, 'status' | 'values'>,
	ids: { activityId: string; openId: string },
	reply: string,
	more?: IDataObject,
): IDataObject => ({ ...json, activity: stepJson(step, ids, reply, more), reply });
