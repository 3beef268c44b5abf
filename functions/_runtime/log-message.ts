/** Every message this system logs, by its code: what to search for in the logs, and what it means. */
export const logMessages = {
  REDRESS_API_ANSWER: 'A request was answered.',
  REDRESS_API_FAULT: 'A request failed on our side; nothing was changed, or it was committed and is carried on later.',
  REDRESS_TASK_DONE: 'A task of a state machine was done.',
  REDRESS_RELAYED: 'A committed event was carried on.',
  REDRESS_RELAY_FAULT: 'A committed event could not be carried on; it is tried again.',
  REDRESS_RECONCILED: 'The reconciler took up what the stream missed and what stood still.',
  REDRESS_SWEPT: 'Deadline notices were looked for.',
  REDRESS_NOTICE_SENT: 'Notices were sent.',
  REDRESS_NOTICE_FAULT: 'A notice could not be sent; it is tried again.',
} as const;
export type LogCode = keyof typeof logMessages;
