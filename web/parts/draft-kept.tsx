import Box from '@cloudscape-design/components/box';
import { useSpeech } from '../words/words.tsx';

/** When a draft was last put away, on the organization's wall clock. */
export const DraftKept = ({ at }: { readonly at: string | undefined }) => {
  const { time, words } = useSpeech();
  if (at === undefined) return null;
  return (
    <Box variant="small" color="text-body-secondary">
      {words.act.keptAt(time(at))}
    </Box>
  );
};
