import type { DueStep } from '#domain/finding/due-date.ts';
import { useWords } from '../../words/words.tsx';
import { useDays } from './use-days.ts';

/** One step on the way to a due date, in words. */
export const useDueWords = (): ((step: DueStep) => string) => {
  const { policy: said } = useWords();
  const { day, days } = useDays();
  return (step) => {
    switch (step.step) {
      case 'counted':
        return said.steps.counted(step.days, step.count === 'working', said.origins[step.from], day(step.since));
      case 'passed-over':
        return said.steps.passedOver(days(step.dates));
      case 'next-audit':
        return said.steps.nextAudit;
      case 'none-scheduled':
        return said.steps.noneScheduled(step.months, said.origins[step.from], day(step.since));
      case 'moved-on':
        return said.steps.movedOn(day(step.from));
      case 'holidays-unknown':
        return step.known
          ? said.steps.holidaysKnown(day(step.known.from), day(step.known.until))
          : said.steps.holidaysUnknown;
      case 'capped':
        return said.steps.capped(day(step.from), said.caps[step.reason]);
    }
  };
};
