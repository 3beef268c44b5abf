import { codeRules, refusedSending, withCode } from '#domain/link/code.ts';
import { codeLetter } from '#domain/link/letters.ts';
import { written } from '#domain/message/written.ts';
import { referenceText } from '#domain/notice/reference.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Mail } from '#ports/notices.ts';
import type { Random } from '#ports/random.ts';
import { changedTo, changeLink, type FoundLink, type LinkStore, ownerOfLink, recordUse } from './find-link.ts';
import { type ReaderStore, readerOf, type SettingStore, settingOf } from './link-setting.ts';

export interface CodeStore extends LinkStore, SettingStore, ReaderStore {
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
  const about = await settingOf(store, link);
  const letter = written(codeLetter(link, about, code, await readerOf(store, link)));
  const reference = referenceText({ kind: 'link', id: link.id, on: ownerOfLink(link) });
  await store.mail.send({ to: link.email, ...letter, reference: `${reference}#code#${link.version}` });
  return ok(undefined);
};
