import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAnswer } from '../client/use-client.tsx';
import { pagePaths } from '../page-paths.ts';
import { useWide } from '../parts/window-width.ts';
import type { Session } from '../session/session.ts';
import { useWords } from '../words/words.tsx';
import { Arrival } from './arrival.tsx';
import { navigationFor, sectionOf } from './navigation.ts';
import { TopBar } from './top-bar.tsx';

/** The pages that who is signed in may open. */
const Pages = ({ organization }: { readonly organization: string }) => {
  const { pages } = useWords();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { work, rules, settings } = navigationFor(useAnswer('me', {}).data?.roles ?? []);
  const linkTo = ({ name, path }: (typeof work)[number]) => ({ type: 'link', text: pages[name], href: path }) as const;
  const items: SideNavigationProps.Item[] = [
    ...work.map(linkTo),
    { type: 'divider' },
    ...rules.map(linkTo),
    ...(settings.length > 0
      ? [{ type: 'section-group', title: pages.settings, items: settings.map(linkTo) } as const]
      : []),
  ];
  return (
    <SideNavigation
      header={{ href: pagePaths.myWork, text: organization }}
      activeHref={sectionOf(pathname)}
      items={items}
      onFollow={(event) => {
        event.preventDefault();
        navigate(event.detail.href);
      }}
    />
  );
};

/** What stays while pages change: who is signed in, where one may go. */
export const Frame = ({
  organization,
  session,
  children,
}: {
  readonly organization: string;
  readonly session: Session;
  readonly children: ReactNode;
}) => {
  const { application } = useWords();
  // On a phone the pages are behind a button, until the window is wide: a tab may be drawn before it has its width.
  const isWide = useWide();
  const [chosen, choose] = useState<{ readonly isWide: boolean; readonly isOpen: boolean }>();
  const isOpen = chosen?.isWide === isWide ? chosen.isOpen : isWide;
  return (
    <>
      <a className="skip" href="#page">
        {application.skip}
      </a>
      <div id="top">
        <TopBar session={session} />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationOpen={isOpen}
        onNavigationChange={({ detail }) => choose({ isWide, isOpen: detail.open })}
        ariaLabels={{ navigation: application.navigation }}
        navigation={<Pages organization={organization} />}
        content={
          <>
            <Arrival />
            {children}
          </>
        }
      />
    </>
  );
};
