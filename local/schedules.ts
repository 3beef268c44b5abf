/** The schedules of the stack, as the local system keeps them: both at fixed minutes of every hour, in UTC. */
export interface Schedule {
  readonly name: 'deadline-sweep' | 'reconcile';
  /** Minute of the hour. */
  readonly minute: number;
}

export const schedules: readonly Schedule[] = [
  { name: 'reconcile', minute: 0 },
  { name: 'deadline-sweep', minute: 5 },
];

/** The next instant after `now` at which the schedule is due, in milliseconds since 1970. */
export const nextRun = ({ minute }: Schedule, now: number): number => {
  const hour = 60 * 60_000;
  const thisHour = Math.floor(now / hour) * hour + minute * 60_000;
  return thisHour > now ? thisHour : thisHour + hour;
};
