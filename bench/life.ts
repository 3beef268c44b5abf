import { type PartName, parts } from '#demo/parts.ts';
import { type Cast, createScene, type Scene } from '#demo/stage.ts';
import type { Client } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';

/** Where a life is played: over HTTP, or right on the handlers. */
export interface Theatre {
  signIn(email: string): Promise<Client>;
  /** Resolves when nothing goes on without a timer or a request. */
  settled(): Promise<void>;
  /** The organization's civil date: it stays the same for a whole life. */
  readonly today: string;
}

export interface Listed {
  readonly id: string;
  readonly number: string;
  readonly grade: string;
}

const castOf = async ({ signIn }: Theatre): Promise<Cast> => {
  const owners = new Map<string, Client>();
  for (const { email } of Object.values(sample)) owners.set(email, await signIn(email));
  return {
    ismsManager: await signIn(sample.ismsManager.email),
    internalAuditor: await signIn(sample.internalAuditor.email),
    leadAuditor: await signIn(sample.leadAuditor.email),
    decisionMaker: await signIn(sample.decisionMaker.email),
    secondOwner: await signIn(sample.secondOwner.email),
    ownerOf: ({ owner, facts }) => {
      const client = owners.get(owner);
      if (!client) throw new Error(`${owner} owns ${facts.number} and is not of the sample`);
      return client;
    },
  };
};

/** The demo's part, without the days that pass between its acts: what is done is the same, and no timer fires. */
const playPart = async ({ settled, today }: Theatre, part: PartName, scene: Scene): Promise<void> => {
  for await (const _day of parts[part](scene, () => today)) await settled();
  await settled();
};

/** Which nonconformity of the sample audit plays which part, by its order. */
const turns: readonly PartName[] = ['straight', 'returned', 'extended', 'withdrawn'];

export interface Played extends Listed {
  readonly part: PartName;
  readonly scene: Scene;
}

/** Plays the findings of the sample audit, one after the other; `told` hears of each when it has ended. */
export const playLife = async (theatre: Theatre, told: (played: Played) => void = () => {}): Promise<Played[]> => {
  const cast = await castOf(theatre);
  const { findings } = await cast.ismsManager.call<{ findings: Listed[] }>('GET', '/findings');
  const ended: Played[] = [];
  for (const finding of findings) {
    const graded = ended.filter(({ grade }) => grade !== 'ofi').length;
    const part = finding.grade === 'ofi' ? 'ofi' : (turns[graded] ?? 'straight');
    const scene = createScene(finding, cast, () => {});
    await playPart(theatre, part, scene);
    const played = { ...finding, part, scene };
    told(played);
    ended.push(played);
  }
  return ended;
};
