import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import type { PackView } from '#contracts/http.ts';
import { maxPieceBytes } from '#domain/evidence/types.ts';
import { boot } from '#local/boot.ts';
import { type Client, type File, signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { Figure } from '../figure.ts';
import { residentOf, startLocal } from '../local-process.ts';
import { rounded } from '../statistics.ts';
import { type Memory, memoryDuring } from './memory.ts';

type Pack = z.infer<typeof PackView>;

/** Resident bytes that the local system may have while it makes a pack, and the verifier while it checks one. */
const mostResident = 300_000_000;

/** A log of the largest size that goes up in one piece; no two are the same. */
const logOf = (number: number): File => ({
  fileName: `restores-${number}.log`,
  type: 'text/plain',
  bytes: Buffer.alloc(maxPieceBytes, `${`2026-03-09 restored ${number}`.padEnd(99)}\n`),
});

const firstFinding = async (client: Client): Promise<string> => {
  const { findings } = await client.call<{ findings: { id: string }[] }>('GET', '/findings');
  const [finding] = findings;
  if (!finding) throw new Error('the sample audit has no finding');
  return finding.id;
};

/**
 * Fills a vault over HTTP, in this process, so that the one that is measured begins afresh. What the intake keeps for 30
 * days is taken out at once: it would be as much again on the disk.
 */
const fillVault = async (data: string, files: number): Promise<void> => {
  const onFault = (what: string, fault: unknown): never => {
    throw new Error(`fault in ${what}`, { cause: fault });
  };
  const { url, system, close } = await boot({ port: 0, data, empty: false, onFault });
  try {
    const client = await signInAs(url, sample.ismsManager.email);
    const finding = await firstFinding(client);
    for (let number = 1; number <= files; number += 1) {
      const { id } = await client.addEvidence(finding, logOf(number));
      await system.intake.remove(`evidence/${finding}/${id}`);
    }
  } finally {
    await close();
  }
};

const untilMade = async (client: Client, path: string): Promise<Pack> => {
  for (;;) {
    const pack = await client.call<Pack>('GET', path);
    if (pack.status === 'ready') return pack;
    if (pack.status === 'failed') throw new Error(`the pack was not made: ${pack.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

interface Measured extends Memory {
  readonly seconds: number;
}

const makePack = async (data: string): Promise<Measured & { readonly value: Pack }> => {
  const system = await startLocal(data);
  try {
    const client = await signInAs(system.url, sample.ismsManager.email);
    const path = `/findings/${await firstFinding(client)}/packs`;
    return await memoryDuring(system, async () => {
      const { id } = await client.call<Pack>('POST', path);
      return untilMade(client, `${path}/${id}`);
    });
  } finally {
    await system.stop();
  }
};

const verifier = join(import.meta.dirname, '../../verifier/main.ts');

const verifyPack = async (pack: string): Promise<Measured> => {
  const child = spawn(process.execPath, [verifier, pack], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid } = child;
  if (pid === undefined) throw new Error('the verifier was not started');
  // Between two looks the process may have ended: then it has nothing resident any more, or is not there at all.
  const resident = async () => (await residentOf(pid).catch(() => 0)) || 0;
  return memoryDuring({ resident }, async () => {
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    if (code !== 0) throw new Error(`the pack does not fit: ${said}`);
  });
};

/** The one pack that lies in the data folder of the local system. */
const packIn = async (data: string): Promise<string> => {
  const folder = join(data, 'packs', 'bodies');
  const [pack, ...others] = await readdir(folder);
  if (pack === undefined || others.length > 0) throw new Error(`${folder} holds no pack, or several`);
  return join(folder, pack);
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

/**
 * Makes the pack of a finding with many large files, and verifies it.
 * @param files of 100 MB each; the disk holds them twice
 */
export const packFigure = async (folder: string, files: number): Promise<Figure> => {
  const data = join(folder, 'pack');
  try {
    await fillVault(data, files);
    const made = await makePack(data);
    const verified = await verifyPack(await packIn(data));
    const size = made.value.size ?? 0;
    const limit = `<= ${megabytes(mostResident)}`;
    const breach = (who: string, { peak }: Memory) =>
      peak > mostResident ? [`${who} a pack of ${megabytes(size)} MB takes ${megabytes(peak)} MB of memory.`] : [];
    return {
      name: 'pack',
      title: `Evidence pack of ${megabytes(size)} MB (${files} files of ${megabytes(maxPieceBytes)} MB)`,
      explanation: [
        'Resident memory of the process of the local system, started as `npm start` does, before it makes the pack of a',
        'finding, at most meanwhile, and after; and of `npm run verify`, which reads the pack three times.',
      ],
      columns: ['what', 'seconds', 'before, MB', 'peak, MB', 'after, MB', 'limit'],
      rows: [
        ['made', rounded(made.seconds, 1), megabytes(made.before), megabytes(made.peak), megabytes(made.after), limit],
        ['verified', rounded(verified.seconds, 1), '', megabytes(verified.peak), '', limit],
      ],
      data: {
        packBytes: size,
        files,
        limitBytes: mostResident,
        made: {
          seconds: rounded(made.seconds, 2),
          beforeBytes: made.before,
          peakBytes: made.peak,
          afterBytes: made.after,
        },
        verified: { seconds: rounded(verified.seconds, 2), peakBytes: verified.peak },
      },
      breaches: [...breach('Making', made), ...breach('Verifying', verified)],
    };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};
