import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWords } from '../../words/words.tsx';
import { GuidedStart } from '../start/guided-start.tsx';

/** Where no finding concerns somebody: what comes first, and how far things are. */
export const NothingYet = () => (
  <SpaceBetween size="l">
    <Box>{useWords().myWork.nothing}</Box>
    <GuidedStart />
  </SpaceBetween>
);
