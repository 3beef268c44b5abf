import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router';
import type { Language } from '#domain/people/preferences.ts';
import { useAnswer, useCommand } from '../client/use-client.tsx';
import { pagePaths } from '../page-paths.ts';
import type { Session } from '../session/session.ts';
import { useSpeech } from '../words/words.tsx';
import { useTheme } from './theme.ts';

const languageItem = 'language-';

/** Who is signed in, what is one's own, and how it looks. */
export const TopBar = ({ session }: { readonly session: Session }) => {
  const { words, language: spoken } = useSpeech();
  const { application, pages, roles, preferences } = words;
  const navigate = useNavigate();
  const theme = useTheme();
  const me = useAnswer('me', {}).data;
  const prefer = useCommand('setPreferences');
  const languages = Object.keys(preferences.languages) as Language[];
  const held = me?.roles.map((role) => roles[role]).join(', ');
  const choose = (id: string): void => {
    if (id === 'sign-out') void session.signOut();
    const language = languages.find((each) => id === `${languageItem}${each}`);
    if (language) prefer.mutate({ body: { ...me?.preferences, language } });
  };
  const theirs: TopNavigationProps.MenuDropdownUtility = {
    type: 'menu-dropdown',
    text: me?.name ?? '',
    ...(me && { description: held === '' ? me.email : `${me.email}: ${held}` }),
    iconName: 'user-profile',
    items: [
      { id: 'preferences', text: pages.preferences, href: pagePaths.preferences },
      {
        id: 'language',
        text: preferences.language,
        items: languages.map((each) => ({
          itemType: 'checkbox',
          id: `${languageItem}${each}`,
          text: preferences.languages[each],
          lang: each,
          checked: each === spoken,
        })),
      },
      { id: 'sign-out', text: application.signOut },
    ],
    onItemFollow: (event) => {
      event.preventDefault();
      navigate(event.detail.href ?? pagePaths.myWork);
    },
    onItemClick: ({ detail }) => choose(detail.id),
  };
  return (
    <TopNavigation
      identity={{
        href: pagePaths.myWork,
        title: application.name,
        onFollow: (event) => {
          event.preventDefault();
          navigate(pagePaths.myWork);
        },
      }}
      utilities={[
        {
          type: 'button',
          text: theme.isDark ? application.theme.toLight : application.theme.toDark,
          onClick: theme.turn,
        },
        theirs,
      ]}
    />
  );
};
