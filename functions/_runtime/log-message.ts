/** Every message this system logs, by its code: what to search for in the logs, and what it means. */
export const logMessages = {
  REDRESS_API_ANSWER: 'A request was answered.',
  REDRESS_API_FAULT: 'A request failed on our side; nothing was changed, or it was committed and is carried on later.',
  REDRESS_LINK_ANSWER: 'A page of a link, or what is on it, was asked for.',
  REDRESS_LINK_FAULT: 'A page of a link failed on our side.',
  REDRESS_TASK_DONE: 'A task of a state machine was done.',
  REDRESS_RELAYED: 'A committed event was carried on.',
  REDRESS_RELAY_FAULT: 'A committed event could not be carried on; it is tried again.',
  REDRESS_RECONCILED: 'The reconciler took up what the stream missed and what stood still.',
  REDRESS_SWEPT: 'Deadline notices were looked for.',
  REDRESS_NOTICE_SENT: 'Notices were sent.',
  REDRESS_NOTICE_FAULT: 'A notice could not be sent; it is tried again.',
  REDRESS_EVIDENCE_CHECKED: 'An uploaded file was checked.',
  REDRESS_EVIDENCE_UNKNOWN: 'A file was told of that nobody was granted, or that is not there.',
  REDRESS_EVIDENCE_FAULT: 'An uploaded file could not be checked; it is tried again.',
  REDRESS_EVIDENCE_HOLD: 'The legal hold of the files of a finding was set.',
  REDRESS_EVIDENCE_HOLD_FAULT: 'The legal hold of the files of a finding could not be set; it is tried again.',
  REDRESS_RETRY_LATE: 'A message could not be called back early; it comes again when its queue gives it out again.',
  REDRESS_PACK_BUILT: 'An evidence pack was made, or given up with the reason on its record.',
  REDRESS_PACK_FAULT: 'An evidence pack could not be made; it is tried again.',
} as const;
export type LogCode = keyof typeof logMessages;
