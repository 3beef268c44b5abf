/** Why the way of a file ended before it arrived. */
export const upload = {
  unreadable: 'The file cannot be read. It may have been moved or changed since you chose it.',
  unreachable: 'The connection was lost.',
  stalled: 'The connection stands still.',
  storeRefused: (status: number) => `The store did not take the file (${status}).`,
  fault: 'Something went wrong on our side.',
  noReason: 'No reason was given.',
};
