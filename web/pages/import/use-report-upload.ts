import { useEffect, useRef, useState } from 'react';
import { typeByEnding } from '#domain/evidence/types.ts';
import { courseOf } from '../../../shared/upload/course.ts';
import type { Remembered } from '../../../shared/upload/remembered.ts';
import type { Stand } from '../../../shared/upload/stand.ts';
import { useClient } from '../../client/use-client.tsx';
import { useWords } from '../../words/words.tsx';
import { reportServerOf } from './report-server.ts';

export interface ReportUpload {
  readonly name: string;
  readonly size: number;
  readonly stand: Stand;
  readonly again: () => void;
}

/** Only what goes up in parts is remembered, and reports do not. */
const nothingRemembered: Remembered = { recall: () => undefined, keep: () => {}, forget: () => {} };

/**
 * A report on its way from this device.
 * @param onSent told the id of the upload once all its bytes have left: from then on the page is not needed
 */
export const useReportUpload = (audit: string, onSent: (upload: string) => void) => {
  const client = useClient();
  const { imports: said, upload: words } = useWords();
  const [upload, setUpload] = useState<ReportUpload>();
  const stop = useRef(new AbortController());
  const told = useRef(onSent);
  told.current = onSent;
  useEffect(() => {
    const atEnd = (): void => stop.current.abort();
    return atEnd;
  }, []);

  const send = (file: File): void => {
    stop.current.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    let id = '';
    const show = (stand: Stand): void => {
      if (signal.aborted) return;
      if (stand.at === 'checking') told.current(id);
      setUpload({ name: file.name, size: file.size, stand, again });
    };
    const server = reportServerOf(client, audit, (granted) => {
      id = granted;
    });
    const course = courseOf(file, { server, remembered: nothingRemembered, signal, words }, show);
    const again = (): void => void course.go();
    // What has no known ending cannot even be declared; every other kind the API itself takes or refuses.
    if (typeByEnding(file.name) === undefined) show({ at: 'refused', reason: said.notAReport });
    else if (file.size === 0) show({ at: 'refused', reason: said.emptyFile });
    else again();
  };
  return { upload, send };
};
