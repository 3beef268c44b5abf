import * as z from 'zod';
import type { Audit, ReportImport } from '#domain/audit/state.ts';
import { commandBodies } from '#domain/finding/commands.ts';
import { ReportRowSchema } from '#domain/report/row.ts';
import { maxContentBytes } from '#ports/store.ts';
import type { Contents } from '#ports/trail.ts';

/** The rows of a report as they were read, and the findings of it that a person confirmed: stored under their hash. */
const Rows = z.array(ReportRowSchema);
const Confirmed = z.array(commandBodies.issue);

const owner = (audit: string) => ({ kind: 'audit', aggregate: audit }) as const;

export const importOf = (audit: Audit, importId: string): ReportImport | undefined =>
  audit.imports.find((each) => each.id === importId);

export const readRows = async (contents: Contents, audit: string, hash: string) =>
  Rows.parse(await contents.get(owner(audit), hash));

export const readConfirmed = async (contents: Contents, audit: string, hash: string) =>
  Confirmed.parse(await contents.get(owner(audit), hash));

/** Whether the contents would refuse it: asked before anything is committed. */
export const isTooLarge = (value: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(value)).length > maxContentBytes;

export const storeContent = (contents: Contents, audit: string, hash: string, value: unknown): Promise<void> =>
  contents.put(owner(audit), hash, value);
