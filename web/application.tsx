import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { createClient } from './client/client.ts';
import { Calling, createQueries, useAnswer } from './client/use-client.tsx';
import { Faultless } from './frame/fault.tsx';
import { Frame } from './frame/frame.tsx';
import { type PageName, pagePaths } from './page-paths.ts';
import { pages } from './pages.tsx';
import { NothingHere } from './parts/asked.tsx';
import type { Session } from './session/session.ts';
import type { Settings } from './settings.ts';
import { remember, type Tongue, tongueOf } from './words/languages.ts';
import { Speaking } from './words/words.tsx';

/** In the language that the person has chosen, or else the organization. */
const Spoken = ({
  settings,
  tongue,
  children,
}: {
  readonly settings: Settings;
  readonly tongue: Tongue;
  readonly children: ReactNode;
}) => {
  const { data: me } = useAnswer('me', {});
  const language = me && (me.preferences?.language ?? settings.language);
  const [spoken, setSpoken] = useState(tongue);
  useEffect(() => {
    if (language === undefined) return;
    remember(language);
    let isWanted = true;
    void tongueOf(language).then((loaded) => isWanted && setSpoken(loaded));
    return () => {
      isWanted = false;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken]);
  return (
    <Speaking tongue={spoken} timeZone={settings.timeZone}>
      {children}
    </Speaking>
  );
};

const pageNames = Object.keys(pagePaths) as PageName[];

/** All pages, for somebody who is signed in. */
export const Application = ({
  settings,
  session,
  tongue,
}: {
  readonly settings: Settings;
  readonly session: Session;
  readonly tongue: Tongue;
}) => {
  const [client] = useState(() => createClient(settings.api, session.token));
  const [queries] = useState(() => createQueries(session.signIn));
  return (
    <QueryClientProvider client={queries}>
      <Calling value={client}>
        <Spoken settings={settings} tongue={tongue}>
          <BrowserRouter>
            <Frame organization={settings.organization} session={session}>
              <Suspense>
                <Faultless>
                  <Routes>
                    {pageNames.map((name) => {
                      const Page = pages[name];
                      return <Route key={name} path={pagePaths[name]} element={<Page />} />;
                    })}
                    <Route path="*" element={<NothingHere />} />
                  </Routes>
                </Faultless>
              </Suspense>
            </Frame>
          </BrowserRouter>
        </Spoken>
      </Calling>
    </QueryClientProvider>
  );
};
