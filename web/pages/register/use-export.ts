import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../client/use-client.tsx';
import { useWords } from '../../words/words.tsx';
import type { Asked, Look } from './use-look.ts';

/** Spreadsheets read the text as UTF-8 by it. The browser takes it off what the API answers. */
const byteOrderMark = '\uFEFF';

const save = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Has the browser save all findings of a look as a file. */
export const useExport = () => {
  const client = useClient();
  const { register } = useWords();
  return useMutation({
    mutationFn: (look: Look) => client.call('exportRegister', { query: look as Asked }),
    onSuccess: (text) => save(text, register.fileName(new Date().toISOString().slice(0, 10))),
  });
};
