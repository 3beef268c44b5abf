import type { AnchorDates } from '../finding/anchor-dates.ts';
import type { Audit } from './state.ts';

/** The dates that clocks of this audit's findings count from; `undefined` until the report was received. */
export const anchorsOf = ({ facts }: Audit): AnchorDates | undefined => {
  const { dates, kind } = facts;
  if (dates.reportReceived === undefined) return undefined;
  return {
    reportReceived: dates.reportReceived,
    reportIssued: dates.reportIssued ?? dates.reportReceived,
    closeOfAudit: dates.closingMeeting ?? dates.lastDay,
    lastDay: dates.lastDay,
    ...(dates.nextAudit !== undefined && { nextAudit: dates.nextAudit }),
    ...(kind === 'stage-2' && { stage2LastDay: dates.lastDay }),
    ...(dates.certificateExpires !== undefined && { certificateExpires: dates.certificateExpires }),
  };
};
