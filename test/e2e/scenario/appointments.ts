import type { Appointment } from './month';

const MONDAY = 1;
const FRIDAY = 5;

/** The schedules of the workflows, but for those that look every minute: `serve` keeps them. */
export const APPOINTMENTS: Appointment[] = [
	{ hour: 0.2, run: '10', trigger: 'Every day at 00:10' },
	{ hour: 0.3, run: '06', trigger: 'Open the quiz by hand', on: 0 },
	{ hour: 3, weekday: MONDAY, run: '12', trigger: 'Every Monday at three' },
	{ hour: 8.5, run: '14', trigger: 'Every day at 8:30', from: 1 },
	{ hour: 8.67, run: '02', trigger: 'Every morning at twenty to nine' },
	{ hour: 9, run: '03', trigger: 'Every morning at nine', from: 1 },
	{ hour: 9.01, weekday: MONDAY, run: '10', trigger: 'Every Monday at 9:00', from: 1 },
	{ hour: 9.02, weekday: MONDAY, run: '08', trigger: 'Every Monday at 9:00', from: 1 },
	{ hour: 9.5, run: '02', trigger: 'Every morning at half past nine' },
	{ hour: 10, weekday: MONDAY, run: '07', trigger: 'Every Monday at 10:00' },
	{ hour: 10.005, run: '07', trigger: 'Catch up by hand', on: 0 },
	{ hour: 10.01, run: '09', trigger: 'Every day at 10:00' },
	{ hour: 10.02, run: '13', trigger: 'Every day at ten' },
	{ hour: 10.1, run: '13', trigger: 'Every five minutes' },
	{ hour: 11, weekday: MONDAY, run: '13', trigger: 'Every Monday at eleven', from: 7 },
	{ hour: 20, weekday: FRIDAY, run: '07', trigger: 'Friday evening' },
];
