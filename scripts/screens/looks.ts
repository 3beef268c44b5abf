/** How a page is looked at. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly device: 'desktop' | 'phone';
}

export const looks: readonly Look[] = [
  { theme: 'light', device: 'desktop' },
  { theme: 'dark', device: 'desktop' },
  { theme: 'light', device: 'phone' },
  { theme: 'dark', device: 'phone' },
];

export const devices = {
  // A page that is longer is cut: a picture is to show what it looks like, not all that is on it.
  desktop: { width: 1280, height: 800, longest: 1300 },
  phone: { width: 390, height: 844, longest: 1200 },
} as const;

export const fileOf = (screen: string, { theme, device }: Look): string => `${screen}-${device}-${theme}.webp`;
