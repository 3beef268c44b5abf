import type { Grade } from '#domain/finding/state.ts';
import { labels } from '#domain/words/capitalized.ts';
import * as names from '#domain/words/en-names.ts';
import * as terms from '#domain/words/en-terms.ts';
import { previewEn } from '#domain/words/link-pages/preview-en.ts';
import { act } from './en/act.ts';
import { application } from './en/application.ts';
import { audits } from './en/audits.ts';
import { comments } from './en/comments.ts';
import { correction } from './en/correction.ts';
import { dates } from './en/dates.ts';
import { due } from './en/due.ts';
import { events } from './en/events.ts';
import { evidence } from './en/evidence.ts';
import { finding } from './en/finding.ts';
import { form } from './en/form.ts';
import { imports } from './en/imports.ts';
import { links } from './en/links.ts';
import { myWork } from './en/my-work.ts';
import { packs } from './en/packs.ts';
import { pages } from './en/pages.ts';
import { people } from './en/people.ts';
import { plan } from './en/plan.ts';
import { policy } from './en/policy.ts';
import { preferences } from './en/preferences.ts';
import { print } from './en/print.ts';
import { register } from './en/register.ts';
import { remediation } from './en/remediation.ts';
import { requirements } from './en/requirements.ts';
import { stage } from './en/stage.ts';
import { start } from './en/start.ts';
import { suppressions } from './en/suppressions.ts';
import { timeline } from './en/timeline.ts';
import { trail } from './en/trail.ts';
import { underWay } from './en/under-way.ts';
import { upload } from './en/upload.ts';
import { webhooks } from './en/webhooks.ts';
import type { Said } from './said.ts';

/** All that the pages say, in English. Another language is files of these very shapes. */
export const en = {
  application,
  pages,
  grades: { major: 'Major', minor: 'Minor', ofi: 'Opportunity for improvement' } satisfies Said<Grade>,
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
  /** Evidence looked at in the page. */
  preview: previewEn,
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
export type Words = typeof en;
