import { ConfirmRequest, OpenAudit, ReviseAudit } from '#contracts/http.ts';
import { commandBodies } from '#domain/finding/commands.ts';
import { ok, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import type { Contents } from '#ports/trail.ts';
import { confirmImport } from '#use-cases/audits/confirm-import.ts';
import { giveAuditCommand } from '#use-cases/audits/give-audit-command.ts';
import { type IssueStore, issueFinding } from '#use-cases/commands/issue-finding.ts';
import { auditView } from '#use-cases/queries/audit-view.ts';
import { readImport } from '#use-cases/queries/import-view.ts';
import { readFinding } from '#use-cases/queries/read-finding.ts';
import { bodyOf, createApi, type Endpoint, part } from '../_runtime/api.ts';

export type Store = IssueStore & { readonly people: Pick<People, 'get'>; readonly contents: Contents };

const openAudit =
  (store: Store): Endpoint =>
  async (request) => {
    const { id, ...facts } = bodyOf(OpenAudit, request);
    const command = { name: 'open', body: facts } as const;
    const event = await giveAuditCommand(store, { audit: id, command, actor: request.actor, key: request.key });
    return event.ok ? ok(auditView(event.value.state, request.actor)) : event;
  };

const reviseAudit =
  (store: Store): Endpoint =>
  async (request) => {
    const { actor, key, version } = request;
    const command = { name: 'revise', body: bodyOf(ReviseAudit, request) } as const;
    const event = await giveAuditCommand(store, { audit: part(request, 'audit'), command, actor, key, version });
    return event.ok ? ok(auditView(event.value.state, actor)) : event;
  };

const issue =
  (store: Store): Endpoint =>
  async (request) => {
    const { actor, key } = request;
    const body = bodyOf(commandBodies.issue, request);
    if (!(await store.people.get(body.owner)))
      return refuse({
        code: 'unknown-person',
        message: `${body.owner} is not in the people directory. Add the person first.`,
        field: 'owner',
      });
    const event = await issueFinding(store, { audit: part(request, 'audit'), body, actor, key });
    return event.ok ? readFinding(store, event.value.aggregate, actor, event.value.state) : event;
  };

const confirm =
  (store: Store): Endpoint =>
  async (request) => {
    const audit = part(request, 'audit');
    const importId = part(request, 'import');
    const { actor, key } = request;
    const event = await confirmImport(store, { audit, importId, ...bodyOf(ConfirmRequest, request), actor, key });
    return event.ok ? readImport(store, audit, importId, actor) : event;
  };

/** Audits, and the issue of findings by a person. */
export const create = (store: Store) =>
  createApi('audits', store.people, {
    openAudit: openAudit(store),
    reviseAudit: reviseAudit(store),
    issue: issue(store),
    confirmImport: confirm(store),
  });
