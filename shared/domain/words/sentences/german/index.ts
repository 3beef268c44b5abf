import { type Catalogue, translator } from '../translator.ts';
import { audits } from './audits.ts';
import { clocks } from './clocks.ts';
import { containers } from './containers.ts';
import { evidence } from './evidence.ts';
import { findings } from './findings.ts';
import { links } from './links.ts';
import { places } from './places.ts';
import { reportFiles } from './report-files.ts';
import { reportRows } from './report-rows.ts';
import { requests } from './requests.ts';
import { requirements } from './requirements.ts';
import { issues, schema } from './schema.ts';
import { settings } from './settings.ts';
import { submissions } from './submissions.ts';

/** Every sentence that Redress makes for people outside of a page or a letter, with its German. */
export const german: Catalogue = {
  ...requests,
  ...schema,
  ...issues,
  ...findings,
  ...clocks,
  ...submissions,
  ...evidence,
  ...containers,
  ...audits,
  ...reportFiles,
  ...reportRows,
  ...requirements,
  ...links,
  ...settings,
};

const nested = (sentence: string): string => germanOf(sentence) ?? sentence;

/** `metadata.title: Invalid input`: what zod says, without the full stop of a sentence. */
const issue = (text: string): string => {
  const [path = '', ...said] = text.split(': ');
  return `${path}: ${nested(`${said.join(': ')}.`).replace(/\.$/, '')}`;
};

/** The German of an English sentence that Redress made; `undefined` where the catalogue does not have it. */
export const germanOf: (sentence: string) => string | undefined = translator(german, {
  ...places,
  sentence: nested,
  issues: (text) => text.split('; ').map(issue).join('; '),
});
