import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindingView } from '#contracts/http.ts';
import type { AtStage, Finding } from '#domain/finding/state.ts';
import type { Client, File } from '#local/client.ts';

/** Everybody who plays, signed in. */
export interface Cast {
  readonly ismsManager: Client;
  readonly internalAuditor: Client;
  readonly leadAuditor: Client;
  readonly decisionMaker: Client;
  /** Carries out the actions of the plans. */
  readonly secondOwner: Client;
  /** The person who owns a finding. */
  ownerOf(finding: Finding): Client;
}

/** One finding on the stage: what its people see and do, by the public API. */
export interface Scene {
  readonly id: string;
  readonly number: string;
  readonly cast: Cast;
  view(): Promise<FindingView>;
  /** The finding as it stands at a stage. @throws where it stands at none */
  atStage(): Promise<AtStage>;
  /** Gives a command with the version seen last. */
  give(who: Client, command: string, body: object): Promise<FindingView>;
  /** Uploads and registers a real file. */
  evidence(who: Client, fileName: DemoFile): Promise<{ id: string; sha256: string }>;
}

const files = {
  'restore-test.csv': 'text/csv',
  'minutes.txt': 'text/plain',
  'training-rate.png': 'image/png',
} as const satisfies Record<string, File['type']>;
export type DemoFile = keyof typeof files;

export const createScene = (
  finding: { readonly id: string; readonly number: string },
  cast: Cast,
  tell: (text: string) => void,
): Scene => {
  const path = `/findings/${finding.id}`;
  const view = () => cast.ismsManager.call<FindingView>('GET', path);
  return {
    ...finding,
    cast,
    view,
    atStage: async () => {
      const { finding: state } = await view();
      if (!('stage' in state)) throw new Error(`${finding.number} is ${state.status}, at no stage`);
      return state;
    },
    give: async (who, command, body) => {
      const { version } = await view();
      const after = await who.call<FindingView>('POST', `${path}/${command}`, { body, version });
      const stage = 'stage' in after.finding ? `${after.finding.stage} ` : '';
      tell(
        `${finding.number.padEnd(8)} ${command.padEnd(18)} by ${who.email.padEnd(28)} now ${stage}${after.finding.status}`,
      );
      return after;
    },
    evidence: async (who, fileName) => {
      const bytes = await readFile(join(import.meta.dirname, 'files', fileName));
      return who.addEvidence(finding.id, { fileName, type: files[fileName], bytes });
    },
  };
};
