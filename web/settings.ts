import { settingsPath, type WebSettings } from '#contracts/web-settings.ts';

export type Settings = WebSettings;

export const readSettings = async (): Promise<Settings> => {
  const response = await fetch(settingsPath, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`settings.json: ${response.status}`);
  return (await response.json()) as Settings;
};
