import type { Words } from '../en.ts';
import { days } from './days.ts';

export const due: Words['due'] = {
  on: (date) => `fällig am ${date}`,
  today: 'heute fällig',
  overdue: (count) => `seit ${days(count).replace('Tage', 'Tagen')} überfällig`,
  none: 'ohne Frist',
};
