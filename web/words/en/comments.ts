export const comments = {
  title: 'Comments',
  hint: 'Everybody who sees this finding reads them, the certification body’s auditors too. They cannot be changed or deleted, and are no part of the record.',
  field: 'Your comment',
  add: 'Add the comment',
  none: 'No comments yet.',
};
