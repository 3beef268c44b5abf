import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';
import { returnPath } from './page-paths.ts';
import { createSession } from './session/session.ts';
import { readSettings } from './settings.ts';
import { firstLanguage, tongueOf } from './words/languages.ts';

const place = document.querySelector('#application');
if (!place) throw new Error('the page has no place for the application');

const start = async (): Promise<void> => {
  const settings = await readSettings();
  const tongue = await tongueOf(firstLanguage(settings.language));
  const { application } = tongue.words;
  document.documentElement.lang = tongue.language;
  place.textContent = application.signingIn;
  const session = createSession(settings);
  if (window.location.pathname === returnPath) window.history.replaceState(null, '', await session.signedIn());
  if ((await session.token()) === undefined) return session.signIn();
  place.textContent = '';
  createRoot(place).render(
    <StrictMode>
      <Application settings={settings} session={session} tongue={tongue} />
    </StrictMode>,
  );
};

try {
  await start();
} catch (failure) {
  // The settings, the identity provider or the way back from it: without any of them nobody is signed in.
  const { words } = await tongueOf(firstLanguage('en'));
  place.textContent = words.application.signInFailed;
  // A code is good once: whoever loads the page again begins anew.
  if (window.location.pathname === returnPath) window.history.replaceState(null, '', '/');
  throw failure;
}
