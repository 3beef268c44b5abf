import type { Scene } from './stage.ts';

/** What the owner hands in, with real files: complete, unless a part of the play asks for less. */

export const plan = async (scene: Scene): Promise<object> => {
  const { due } = await scene.atStage();
  return {
    stage: 'plan',
    content: {
      correction: {
        what: 'The gap that was found is closed, and its records are completed.',
        who: scene.cast.secondOwner.email,
        by: due.correction,
      },
      consequences: 'No customer was affected; the risk owner was told.',
      rootCause: {
        method: '5-whys',
        causes: [{ label: 'C1', description: 'The task hung on one person and had no deputy, reminder or check.' }],
        whys: ['It was forgotten.', 'Nobody was reminded.', 'The procedure names no step that would notice.'],
      },
      similar: { found: false, where: 'The other routines with a fixed interval were looked through.' },
      actions: [
        {
          label: 'A1',
          what: 'Make the check a step of the monthly routine, with a deputy and a reminder.',
          removes: ['C1'],
          responsible: scene.cast.secondOwner.email,
          dueDate: due.remediation,
          successMeasure: 'Two periods in a row without a gap.',
        },
      ],
      riskAndImpact: 'An hour a month; no other process changes.',
      ismsChanges: 'Procedure and calendar of routines.',
      approvedBy: scene.cast.ismsManager.email,
    },
  };
};

export const correction = async (scene: Scene, today: string): Promise<object> => {
  const { facts } = await scene.atStage();
  const [record, picture] = [
    await scene.evidence(scene.cast.secondOwner, 'restore-test.csv'),
    await scene.evidence(scene.cast.secondOwner, 'training-rate.png'),
  ];
  return {
    stage: 'correction',
    content: {
      requirement: facts.requirements.map((each) => each.id).join('; '),
      proof: 'The records of the repeated check, complete for every instance that was found.',
      statement: 'What was found open is done and recorded.',
      correctedOn: today,
      extent: { allInstances: true },
      evidence: [record, picture],
    },
  };
};

export const remediation = async (scene: Scene, today: string): Promise<object> => {
  const minutes = await scene.evidence(scene.cast.secondOwner, 'minutes.txt');
  const doneBy = scene.cast.secondOwner.email;
  return {
    stage: 'remediation',
    content: {
      actions: [{ label: 'A1', doneOn: today, doneBy, evidence: [minutes] }],
      causes: [{ label: 'C1', removed: 'The step has a deputy and ran twice without a gap.', evidence: [minutes] }],
      ismsChanges: 'Procedure and calendar of routines changed.',
      effectiveness: {
        criterion: 'No gap in two periods.',
        method: 'Records read against the calendar.',
        sample: 'Two periods, all records.',
        result: 'No gap.',
        by: scene.cast.ismsManager.email,
      },
    },
  };
};
