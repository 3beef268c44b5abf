import type { Stage } from '#domain/finding/stage.ts';
import type { Reason } from '../../../client/client.ts';

/** The fields at which the form of each stage says what is wrong. `[]`: an entry of a list. */
const shown: Readonly<Record<Stage, readonly string[]>> = {
  plan: [
    'correction',
    'correction.what',
    'correction.who',
    'correction.by',
    'consequences',
    'rootCause',
    'rootCause.whys',
    'rootCause.whys[]',
    'rootCause.whys[].answer',
    'rootCause.causes',
    'rootCause.causes[]',
    'rootCause.causes[].description',
    'similar',
    'similar.found',
    'similar.where',
    'similar.what',
    'actions',
    'actions[].what',
    'actions[].responsible',
    'actions[].dueDate',
    'actions[].removes',
    'actions[].dependsOn',
    'actions[].successMeasure',
    'riskAndImpact',
    'ismsChanges',
    'approvedBy',
  ],
  correction: ['requirement', 'proof', 'statement', 'correctedOn', 'extent', 'extent.which', 'evidence', 'evidence[]'],
  remediation: [
    'actions',
    'actions[].doneOn',
    'actions[].doneBy',
    'actions[].evidence',
    'actions[].evidence[]',
    'causes',
    'causes[].removed',
    'causes[].evidence',
    'causes[].evidence[]',
    'effectiveness',
    'effectiveness.criterion',
    'effectiveness.method',
    'effectiveness.sample',
    'effectiveness.result',
    'effectiveness.by',
    'ismsChanges',
  ],
};

/** The reasons that the form of a stage has no field for: they are said with the form as a whole. */
export const misplaced = (stage: Stage, reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter(({ field }) => field === undefined || !shown[stage].includes(field.replaceAll(/\[\d+\]/g, '[]')));
