import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { courseOf } from '../../../../shared/upload/course.ts';
import { rememberedIn } from '../../../../shared/upload/remembered.ts';
import type { UploadedFile } from '../../../../shared/upload/server.ts';
import type { Stand } from '../../../../shared/upload/stand.ts';
import { useClient } from '../../../client/use-client.tsx';
import { useWords } from '../../../words/words.tsx';
import { serverOf } from './server.ts';

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly stand: Stand;
  readonly go: () => void;
}

/**
 * Files on their way to a finding. One goes on while others fail, and each may be tried again; what has arrived is not
 * sent twice.
 * @param onRegistered told of each that is evidence now
 */
export const useUploads = (finding: string, onRegistered: (file: UploadedFile) => void) => {
  const client = useClient();
  const { upload: words } = useWords();
  const queries = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const stop = useRef(new AbortController());
  const told = useRef(onRegistered);
  told.current = onRegistered;
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current.abort();
  }, []);

  const add = (file: File): void => {
    const key = Date.now() + Math.random();
    const draw = (stand: Stand): void =>
      setList((before) => before.map((each) => (each.key === key ? { ...each, stand } : each)));
    /** Only once the forms know the file too: who hands in at once would be told that there is no such evidence. */
    const arrive = async (stand: Extract<Stand, { at: 'registered' }>): Promise<void> => {
      await queries.invalidateQueries({ queryKey: ['listEvidence'] });
      told.current(stand.file);
      draw(stand);
    };
    const show = (stand: Stand): void => {
      if (stand.at === 'registered') void arrive(stand);
      else draw(stand);
    };
    const course = courseOf(
      file,
      {
        server: serverOf(client, finding),
        remembered: rememberedIn(window.sessionStorage, finding),
        signal: stop.current.signal,
        words,
      },
      show,
    );
    const go = (): void => void course.go();
    setList((before) => [...before, { key, name: file.name, size: file.size, stand: { at: 'waiting' }, go }]);
    go();
  };
  return { list, add, clear: () => setList((before) => before.filter(({ stand }) => stand.at !== 'registered')) };
};
