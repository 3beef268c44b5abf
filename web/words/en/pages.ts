export const pages = {
  myWork: 'My work',
  register: 'Register',
  audits: 'Audits',
  preferences: 'Preferences',
  people: 'People',
  policy: 'Policy',
  webhooks: 'Webhooks',
  suppressions: 'Suppressed addresses',
  start: 'First steps',
  settings: 'Administration',
};
