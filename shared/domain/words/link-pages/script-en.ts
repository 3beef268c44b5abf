/*
 * What the scripts on the pages of links say in English. They get it as JSON, so it is plain text: a name in braces is
 * where a value goes.
 */

export const scriptEn = {
  choose: { one: 'Choose a file', many: 'Choose files' },
  drop: { one: 'or drop it here.', many: 'or drop them here.' },
  takes: 'Takes {endings}; at most {largest} each.',
  takesFewer: { one: 'This link takes one more file.', many: 'This link takes {files} more files.' },
  takesUnfinished: 'This link takes no new file, only those again that did not arrive.',
  files: 'Your files',
  bytes: { one: '1 byte', many: '{bytes} bytes' },

  /** Read out once; the progress is seen, and found by who looks for it. */
  begins: { reading: 'Reading the file.', sending: 'Sending.' },
  reading: 'Reading the file: {percent} %',
  sending: 'Sending: {percent} %',
  held: 'Sent and held: {reason}',
  refused: 'Refused: {reason}',
  broken: 'Not finished: {reason}',
  /** Where a file stands, when there is no more to say of it. */
  stands: {
    waiting: 'Waiting for its turn.',
    checking: 'Sent. It is being checked; this page may be closed.',
    'checking-on': 'Sent. The checks take longer than usual; they go on without this page.',
    registered: 'Received, checked and kept.',
    dead: 'This link does not open anything any more. Ask whoever sent it for a new one.',
    sent: 'The file was sent. This link no longer shows how its checks end.',
  },

  tryAgain: 'Try again',
  chooseOther: 'Choose another file',
  remove: 'Take off the list',

  empty: 'The file is empty.',
  tooLarge: 'A file has at most {largest} here; this one has {size}. Split it.',
  ending: 'Files of this kind are not taken here. Take one of these: {endings}.',
  nameTooLong: 'The name of the file is longer than 200 characters.',
  nameInvalid: 'The name of the file holds a slash or a control character. Rename it.',

  unreadable: 'The file cannot be read. It may have been moved or changed since you chose it.',
  unreachable: 'The connection was lost.',
  stalled: 'The connection stands still.',
  storeRefused: 'The store did not take the file ({status}).',
  fault: 'Something went wrong on our side.',
  sessionEnded: 'Your session has ended. Load the page again and ask for a new code.',
  noReason: 'No reason was given.',
};

/** As JSON holds it. */
export type LinkScriptWords = typeof scriptEn;
