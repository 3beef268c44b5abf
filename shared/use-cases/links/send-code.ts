import { codeRules, refusedSending, withCode } from '#domain/link/code.ts';
import { codeMail } from '#domain/link/wording.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Mail } from '#ports/notices.ts';
import type { Random } from '#ports/random.ts';
import { changedTo, changeLink, type FoundLink, type LinkStore, recordUse } from './find-link.ts';
import { type SettingStore, settingOf } from './link-setting.ts';

export interface CodeStore extends LinkStore, SettingStore {
  readonly random: Random;
  readonly mail: Mail;
}

/**
 * Sends a new one-time code to the address the link is for, and to no other. The code before is good no more. It is kept
 * as a hash under the link's secret, which the table does not have either.
 */
export const sendCode = async (store: CodeStore, found: FoundLink): Promise<Result<undefined>> => {
  const code = store.random.digits(codeRules.digits);
  const hash = store.secrets.bind(found.secret, code);
  const now = store.clock.now();
  const changed = await changeLink(store, found, (link) => {
    const refusal = refusedSending(link, now);
    return refusal ? refuse(refusal) : changedTo(withCode(link, hash, now));
  });
  if (!changed.ok) return changed;
  const { link } = changed.value;
  await recordUse(store, found, { kind: 'code-sent' });
  const mail = codeMail(link, await settingOf(store, link), code);
  await store.mail.send({ to: link.email, ...mail, reference: `link#${link.id}#code#${link.version}` });
  return ok(undefined);
};
