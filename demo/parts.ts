import { addDays } from '#domain/calendar/civil-date.ts';
import type { Status } from '#domain/finding/state.ts';
import type { Scene } from './stage.ts';
import { correction, plan, remediation } from './submissions.ts';

/** A part says on which day it acts next, and goes on when that day has come. */
export type Part = (scene: Scene, today: () => string) => AsyncGenerator<string, void, void>;

export const partNames = ['straight', 'returned', 'late', 'extended', 'withdrawn', 'ofi'] as const;
export type PartName = (typeof partNames)[number];

/** How each part ends. */
export const endsAs: Readonly<Record<PartName, Status>> = {
  straight: 'closed',
  returned: 'closed',
  late: 'closed',
  extended: 'closed',
  withdrawn: 'withdrawn',
  ofi: 'closed',
};

const inDays = (today: () => string, days: number): string => addDays(today(), days);

const accept = (scene: Scene) =>
  scene.give(scene.cast.leadAuditor, 'accept', { means: 'documents', comment: 'Follows from the evidence.' });

const owner = async (scene: Scene) => scene.cast.ownerOf((await scene.view()).finding);

async function* planStage(scene: Scene, today: () => string): AsyncGenerator<string, void, void> {
  yield inDays(today, 4);
  await scene.give(await owner(scene), 'submit', await plan(scene));
  yield inDays(today, 3);
  await accept(scene);
}

async function* correctionStage(scene: Scene, today: () => string): AsyncGenerator<string, void, void> {
  yield inDays(today, 5);
  await scene.give(await owner(scene), 'submit', await correction(scene, today()));
  yield inDays(today, 2);
  await accept(scene);
}

async function* remediationStage(scene: Scene, today: () => string): AsyncGenerator<string, void, void> {
  yield inDays(today, 10);
  await scene.give(await owner(scene), 'submit', await remediation(scene, today()));
  yield inDays(today, 1);
  await scene.give(scene.cast.internalAuditor, 'verify', {
    confirmed: true,
    statement: 'Seen on site, in the records of two periods.',
  });
  yield inDays(today, 3);
  await accept(scene);
}

export const parts: Readonly<Record<PartName, Part>> = {
  async *straight(scene, today) {
    yield* planStage(scene, today);
    yield* correctionStage(scene, today);
    yield* remediationStage(scene, today);
  },

  async *returned(scene, today) {
    yield inDays(today, 4);
    await scene.give(await owner(scene), 'submit', await plan(scene));
    yield inDays(today, 3);
    await scene.give(scene.cast.leadAuditor, 'return', {
      codes: ['cause-not-addressed'],
      comment: 'Say why no check noticed the gap.',
      means: 'documents',
    });
    yield inDays(today, 2);
    await scene.give(await owner(scene), 'submit', await plan(scene));
    yield inDays(today, 2);
    await accept(scene);
    yield* correctionStage(scene, today);
    yield* remediationStage(scene, today);
  },

  async *late(scene, today) {
    yield* planStage(scene, today);
    yield addDays((await scene.atStage()).due.correction, 2);
    await scene.give(await owner(scene), 'submit', await correction(scene, today()));
    yield inDays(today, 2);
    await accept(scene);
    yield* remediationStage(scene, today);
  },

  async *extended(scene, today) {
    yield* planStage(scene, today);
    const { due } = await scene.atStage();
    yield addDays(due.correction, -2);
    await scene.give(await owner(scene), 'request-extension', {
      newDueDate: addDays(due.correction, 10),
      reason: 'The supplier delivers a week later.',
    });
    yield inDays(today, 1);
    await scene.give(scene.cast.leadAuditor, 'decide-extension', {
      granted: true,
      reason: 'The supplier confirmed it.',
    });
    yield addDays(due.correction, 6);
    await scene.give(await owner(scene), 'submit', await correction(scene, today()));
    yield inDays(today, 2);
    await accept(scene);
    yield* remediationStage(scene, today);
  },

  async *withdrawn(scene, today) {
    yield inDays(today, 6);
    await scene.give(scene.cast.leadAuditor, 'withdraw', {
      reason: 'The record that was missed had been shown to a colleague.',
    });
    yield inDays(today, 2);
    await scene.give(scene.cast.decisionMaker, 'decide-withdrawal', {
      confirmed: true,
      reason: 'The record was seen.',
    });
  },

  async *ofi(scene, today) {
    yield inDays(today, 7);
    await scene.give(await owner(scene), 'respond', { accepted: true, comment: 'Worth doing.' });
    yield inDays(today, 14);
    await scene.give(await owner(scene), 'implement', { comment: 'Done with the next release.' });
    yield inDays(today, 1);
    await scene.give(scene.cast.ismsManager, 'close', { comment: 'Seen.' });
  },
};

/** Which nonconformity plays which part, by its order: the first goes straight, the next four each make a turn. */
const turns: readonly PartName[] = ['straight', 'returned', 'late', 'extended', 'withdrawn'];
export const partOf = (order: number): PartName => turns[order] ?? 'straight';
