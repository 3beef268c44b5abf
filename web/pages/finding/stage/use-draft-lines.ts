import { useWords } from '../../../words/words.tsx';
import { type DraftLine, draftLines } from './draft-lines.ts';

/** Says in lines what stands in the draft of a submission, whichever stage it is of. */
export const useDraftLines = (): ((content: unknown) => readonly DraftLine[]) => {
  const { plan, correction, remediation, evidence } = useWords();
  const names = {
    correction: plan.correction,
    what: plan.what,
    who: plan.who,
    by: plan.by,
    consequences: plan.consequences,
    rootCause: plan.rootCause,
    method: plan.method,
    whys: plan.whys,
    answer: '',
    causes: plan.causes,
    description: '',
    similar: plan.similar,
    found: plan.similarFound,
    where: plan.similarWhere,
    actions: plan.actions,
    responsible: plan.responsible,
    dueDate: plan.dueDate,
    removes: plan.removes,
    dependsOn: plan.dependsOn,
    successMeasure: plan.successMeasure,
    riskAndImpact: plan.riskAndImpact,
    ismsChanges: plan.ismsChanges,
    approvedBy: plan.approvedBy,
    requirement: correction.requirement,
    proof: correction.proof,
    statement: correction.statement,
    correctedOn: correction.correctedOn,
    extent: correction.extent,
    allInstances: correction.allInstances,
    which: correction.which,
    doneOn: remediation.doneOn,
    doneBy: remediation.doneBy,
    removed: remediation.removed,
    effectiveness: remediation.effectiveness,
    criterion: remediation.criterion,
    sample: remediation.sample,
    result: remediation.result,
    evidence: evidence.field,
  };
  return (content) => draftLines(content, { names, choices: plan.methods, yes: plan.yes, no: plan.no });
};
