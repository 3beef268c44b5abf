import { useWords } from '../../../words/words.tsx';
import type { FormCommand } from './command-forms.ts';

/** What a command is called on buttons: who copies the certification body's decision takes none. */
export const useCommandWord = (): ((command: FormCommand, transcribes: boolean) => string) => {
  const { actions, act } = useWords();
  return (command, transcribes) =>
    transcribes && (command === 'accept' || command === 'return') ? act.transcribe[command] : actions[command];
};
