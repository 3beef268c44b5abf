import { Refused } from '../../../shared/upload/failure.ts';
import type { Server } from '../../../shared/upload/server.ts';
import type { Client } from '../../client/client.ts';
import { asking, seen } from '../finding/evidence/server.ts';

const inOnePiece = (): never => {
  throw new Refused(422, 'a report goes up in one piece');
};

/**
 * The reports of an audit, for somebody who is signed in. A report always goes up in one piece.
 * @param granted told under which id an upload was granted
 */
export const reportServerOf = (
  client: Client,
  audit: string,
  granted: (upload: string) => void = () => {},
): Server => ({
  request: async (body) => {
    const grant = await asking(client.call('requestReportUpload', { path: { audit }, body }));
    granted(grant.id);
    return grant;
  },
  look: async (upload) => seen(await asking(client.call('getReportFile', { path: { audit, upload } }))),
  partsOf: inOnePiece,
  grantPart: inOnePiece,
  complete: inOnePiece,
});
