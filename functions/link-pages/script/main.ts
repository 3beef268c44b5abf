import { ids } from './contract.ts';
import { settingsOf } from './settings.ts';
import { takeOver } from './upload-page.ts';

const section = document.getElementById(ids.upload);
if (section)
  takeOver(
    section,
    settingsOf((name) => section.getAttribute(name), document.documentElement.lang),
  );
