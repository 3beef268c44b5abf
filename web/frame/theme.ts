import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useLayoutEffect, useState } from 'react';
import { keepText } from '../drafts/keep-text.ts';

const remembered = 'redress-theme';
const isMode = (text: string | null): text is Mode => text === Mode.Dark || text === Mode.Light;

const firstMode = (): Mode => {
  const chosen = window.localStorage.getItem(remembered);
  if (isMode(chosen)) return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? Mode.Dark : Mode.Light;
};

/** Light or dark: as the person chose here before, or else as the device has it. */
export const useTheme = () => {
  const [mode, setMode] = useState(firstMode);
  // Before it is drawn: else the button would say the other theme while the page still shows the first.
  useLayoutEffect(() => applyMode(mode), [mode]);
  const isDark = mode === Mode.Dark;
  return {
    isDark,
    turn: () => {
      const next = isDark ? Mode.Light : Mode.Dark;
      keepText(remembered, next);
      setMode(next);
    },
  };
};
