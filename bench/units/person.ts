import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { EvidenceView } from '#contracts/http.ts';
import { ApiProblem, type Client, FileRefused, type Given, sha256Of } from '#local/client.ts';
import { apiEvent } from '../api-event.ts';
import type { MeteredSystem } from './metered-system.ts';

interface Grant {
  readonly id: string;
  readonly upload: { readonly fields: Record<string, string> };
}

/** A person whose requests go to the handlers right away, each under the name of its route. */
export const personAt = ({ run, intake, settled }: MeteredSystem, email: string): Client => {
  const send = async (method: string, path: string, given: Given): Promise<string> => {
    const { body, version, key = randomUUID() } = given;
    const headers = { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) };
    const content = body === undefined ? undefined : JSON.stringify(body);
    const { route, event } = apiEvent(email, method, path, headers, content);
    const answer = (await run(route.name, route.function, event)) as APIGatewayProxyStructuredResultV2;
    const { statusCode = 200, body: text = '' } = answer;
    if (statusCode >= 400) throw new ApiProblem(`${method} ${path}`, statusCode, JSON.parse(text));
    return text;
  };

  const client: Client = {
    email,
    call: async <T>(method: string, path: string, given: Given = {}) =>
      JSON.parse(await send(method, path, given)) as T,
    text: (path) => send('GET', path, {}),
    upload: async (path, { fileName, type, bytes }) => {
      const body = { fileName, type, size: bytes.length, sha256: sha256Of(bytes) };
      const { id, upload } = await client.call<Grant>('POST', path, { body });
      const stored = await intake.accept({ fields: upload.fields, file: bytes });
      if (!stored.ok) throw new Error(stored.refusals.map((refusal) => refusal.message).join(' '));
      return id;
    },
    registered: async (path) => {
      // Asked once, when it is there: how often people ask depends on nothing here.
      await settled();
      const file = await client.call<EvidenceView>('GET', path);
      if (file.status !== 'registered') throw new FileRefused(file);
      return file;
    },
    addEvidence: async (finding, file) => {
      const id = await client.upload(`/findings/${finding}/uploads`, file);
      await client.registered(`/findings/${finding}/evidence/${id}`);
      return { id, sha256: sha256Of(file.bytes) };
    },
  };
  return client;
};
