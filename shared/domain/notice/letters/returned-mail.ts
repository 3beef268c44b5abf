import type { Letter, LetterSetting } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import { wordsOf } from '../../words/index.ts';
import type { ReturnKind } from '../suppression.ts';
import { paragraph, quote, signed } from './letter-on.ts';

export interface ReturnedMail {
  readonly address: string;
  readonly kind: ReturnKind;
  /** What the mail service said, in its words. */
  readonly reason: string;
  /** The subjects of what came back. */
  readonly about: readonly string[];
  /** Whether nothing is sent to the address any more. */
  readonly suppressed: boolean;
}

/** What the ISMS managers are told of mail that came back. */
export const returnedMailLetter = (
  { address, kind, reason, about, suppressed }: ReturnedMail,
  setting: LetterSetting,
): Letter => {
  const { returned } = wordsOf(setting.language);
  const to = oneLine(address, 254);
  return signed(
    returned.subject(to, kind),
    [
      paragraph(returned.lead(to, kind)),
      ...(reason.trim() === '' ? [] : [paragraph(returned.said), quote(oneLine(reason, 1000))]),
      ...(about.length === 0
        ? []
        : [paragraph(returned.about), { kind: 'list', items: about.map((subject) => oneLine(subject, 200)) } as const]),
      paragraph(suppressed ? returned.suppressed : returned.kept),
    ],
    setting,
  );
};
