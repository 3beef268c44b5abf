import type { WebSample } from '#contracts/web-settings.ts';
import type { Answer } from '../../client/types.ts';

type Finding = Answer<'listFindings'>['findings'][number];

/** The steps of the tour in their order, each with who in the sample's cast does it. */
export const tourSteps = {
  plan: 'owner',
  reviewPlan: 'leadAuditor',
  correction: 'owner',
  verify: 'internalAuditor',
  close: 'leadAuditor',
} as const satisfies Readonly<Record<string, keyof WebSample['cast']>>;
export type TourStepName = keyof typeof tourSteps;

/** How many steps of the tour a finding has behind it. */
export const placeInTour = ({ status, stage }: Pick<Finding, 'status' | 'stage'>): number => {
  if (stage === undefined) return Object.keys(tourSteps).length;
  if (stage === 'plan') return status === 'awaiting' || status === 'validating' ? 0 : 1;
  if (stage === 'correction') return 2;
  return status === 'in-review' ? 4 : 3;
};

/** The finding that the tour is played with: the first nonconformity of the sample's owner that the person sees. */
export const findingOfTour = ({ cast }: WebSample, findings: readonly Finding[]): Finding | undefined =>
  findings
    .filter(({ owner, grade }) => owner === cast.owner.email && grade !== 'ofi')
    .toSorted((a, b) => a.number.localeCompare(b.number))[0];
