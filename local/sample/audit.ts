import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, addMonths } from '#domain/calendar/civil-date.ts';
import { signInAs } from '../client.ts';
import { confirmReport, uploadReport } from '../import-report.ts';
import { sample } from './people.ts';

/** Opens the sample audit, whose report came in today, and issues its findings: by the public API, as people do. The answer is its id. */
export const openSampleAudit = async (baseUrl: string, today: string): Promise<string> => {
  const client = await signInAs(baseUrl, sample.ismsManager.email);
  const audit = `${today.slice(0, 4)}-surveillance`;
  await client.call('POST', '/audits', {
    body: {
      id: audit,
      kind: 'surveillance',
      title: `Surveillance audit ${today.slice(0, 4)}`,
      scope: 'The ISMS of the whole organization',
      criteria: 'ISO/IEC 27001:2022',
      dates: {
        firstDay: addDays(today, -6),
        lastDay: addDays(today, -4),
        closingMeeting: addDays(today, -4),
        reportIssued: addDays(today, -1),
        reportReceived: today,
        nextAudit: addMonths(today, 11),
      },
      team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
    },
  });
  const bytes = await readFile(join(import.meta.dirname, 'report.csv'));
  const read = await uploadReport(client, audit, { fileName: 'report.csv', type: 'text/csv', bytes });
  await confirmReport(client, audit, read.id, {});
  return audit;
};
