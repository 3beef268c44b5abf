/** Everything the script says. The rest of the page is the server's. */
export const words = {
  choose: (many: boolean): string => (many ? 'Choose files' : 'Choose a file'),
  drop: (many: boolean): string => (many ? 'or drop them here.' : 'or drop it here.'),
  takes: (endings: string, largest: string): string => `Takes ${endings}; at most ${largest} each.`,
  takesFewer: (files: number): string =>
    files === 1 ? 'This link takes one more file.' : `This link takes ${files} more files.`,
  takesUnfinished: 'This link takes no new file, only those again that did not arrive.',
  files: 'Your files',

  waiting: 'Waiting for its turn.',
  /** Read out once; the progress is seen, and found by who looks for it. */
  begins: { reading: 'Reading the file.', sending: 'Sending.' },
  reading: (percent: number): string => `Reading the file: ${percent} %`,
  sending: (percent: number): string => `Sending: ${percent} %`,
  checking: 'Sent. It is being checked; this page may be closed.',
  checkingOn: 'Sent. The checks take longer than usual; they go on without this page.',
  registered: 'Received, checked and kept.',
  held: (reason: string): string => `Sent and held: ${reason}`,
  refused: (reason: string): string => `Refused: ${reason}`,
  broken: (reason: string): string => `Not finished: ${reason}`,

  tryAgain: 'Try again',
  chooseOther: 'Choose another file',
  remove: 'Take off the list',

  empty: 'The file is empty.',
  tooLarge: (size: string, largest: string): string =>
    `A file has at most ${largest} here; this one has ${size}. Split it.`,
  ending: (endings: string): string => `Files of this kind are not taken here. Take one of these: ${endings}.`,
  nameTooLong: 'The name of the file is longer than 200 characters.',
  nameInvalid: 'The name of the file holds a slash or a control character. Rename it.',

  unreadable: 'The file cannot be read. It may have been moved or changed since you chose it.',
  unreachable: 'The connection was lost.',
  stalled: 'The connection stands still.',
  storeRefused: (status: number): string => `The store did not take the file (${status}).`,
  fault: 'Something went wrong on our side.',
  sessionEnded: 'Your session has ended. Load the page again and ask for a new code.',
  dead: 'This link does not open anything any more. Ask whoever sent it for a new one.',
  deadAfterSending: 'The file was sent. This link no longer shows how its checks end.',
  noReason: 'No reason was given.',
} as const;

const units = ['kB', 'MB', 'GB'];

/** `1234567` is `1.3 MB`: rounded up, so that what is beyond a limit never reads like the limit. */
export const inWords = (bytes: number): string => {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${Math.ceil(bytes / (1000 ** power / 10)) / 10} ${units[power - 1]}`;
};
