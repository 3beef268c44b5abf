import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useWords } from '../../words/words.tsx';
import { GuidedStart } from './guided-start.tsx';

/** The guided start as a page of its own, for whoever has work already. */
export const StartPage = () => {
  const { pages } = useWords();
  return (
    <ContentLayout header={<Header variant="h1">{pages.start}</Header>}>
      <GuidedStart />
    </ContentLayout>
  );
};
