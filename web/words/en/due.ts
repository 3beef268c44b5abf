export const due = {
  on: (date: string) => `due on ${date}`,
  today: 'due today',
  overdue: (days: number) => `overdue by ${days} ${days === 1 ? 'day' : 'days'}`,
  none: 'no deadline',
};
