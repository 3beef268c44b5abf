import { labels } from '#domain/words/capitalized.ts';
import * as names from '#domain/words/de-names.ts';
import * as terms from '#domain/words/de-terms.ts';
import { previewDe } from '#domain/words/link-pages/preview-de.ts';
import { act } from './de/act.ts';
import { application } from './de/application.ts';
import { audits } from './de/audits.ts';
import { comments } from './de/comments.ts';
import { correction } from './de/correction.ts';
import { dates } from './de/dates.ts';
import { due } from './de/due.ts';
import { events } from './de/events.ts';
import { evidence } from './de/evidence.ts';
import { finding } from './de/finding.ts';
import { form } from './de/form.ts';
import { imports } from './de/imports.ts';
import { links } from './de/links.ts';
import { myWork } from './de/my-work.ts';
import { packs } from './de/packs.ts';
import { pages } from './de/pages.ts';
import { people } from './de/people.ts';
import { plan } from './de/plan.ts';
import { policy } from './de/policy.ts';
import { preferences } from './de/preferences.ts';
import { print } from './de/print.ts';
import { register } from './de/register.ts';
import { remediation } from './de/remediation.ts';
import { requirements } from './de/requirements.ts';
import { stage } from './de/stage.ts';
import { start } from './de/start.ts';
import { suppressions } from './de/suppressions.ts';
import { timeline } from './de/timeline.ts';
import { trail } from './de/trail.ts';
import { underWay } from './de/under-way.ts';
import { upload } from './de/upload.ts';
import { webhooks } from './de/webhooks.ts';
import type { Words } from './en.ts';

/** All that the pages say, in German. */
export const de: Words = {
  application,
  pages,
  grades: { major: 'Wesentlich', minor: 'Untergeordnet', ofi: 'Verbesserungsmöglichkeit' },
  stages: labels(terms.stages),
  statuses: labels(names.statuses),
  roles: labels(names.roles),
  actions: names.commands,
  due,
  myWork,
  register,
  finding,
  stage,
  plan,
  correction,
  remediation,
  requirements,
  upload,
  preview: previewDe,
  evidence,
  events,
  dates,
  underWay,
  packs,
  comments,
  timeline,
  print,
  preferences,
  trail,
  act,
  form,
  audits,
  imports,
  people,
  policy,
  webhooks,
  suppressions,
  start,
  links,
};
