import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkRoutes } from '#contracts/link-routes.ts';
import { cellOf, type Holder, holders, linkCellOf } from '#contracts/permission-matrix.ts';
import { type Route, routes, subjectOf } from '#contracts/routes.ts';
import { linkPurposes } from '#domain/link/link.ts';
import { type House, openHouse } from './house.ts';
import { type Answered, ask, tokenOf } from './http.ts';
import { createLinkAsker, statusAtDeadLink } from './permission-links.ts';
import { type Elsewhere, elsewhere, everybody, holderOf } from './permission-people.ts';
import { createQuiet } from './permission-quiet.ts';
import { requestFor } from './permission-requests.ts';
import { createSubjects, type Subjects, settings } from './permission-subjects.ts';

/*
 * Every cell of docs/generated/permissions.md, asked over HTTP with a request that lacks nothing: who may not is told so,
 * or that there is no such thing; who may gets an answer, or is refused for what is in the request alone.
 */

let house: House;
let subjects: Subjects;
const tokens = new Map<string, string>();
const answers = new Map<string, Answered>();

interface Cell {
  readonly name: string;
  readonly route: Route;
  readonly email: string;
  readonly may: boolean;
  /** What answers who may not: that they may not, or that there is no such finding where they see none. */
  readonly refused: 403 | 404;
}

const getFinding = routes.find(({ name }) => name === 'getFinding');
/** An opportunity for improvement has no plan, and so no action owners. */
const onImprovements = ['respond', 'implement', 'close'];
const seesFinding = (holder: Holder, route: Route): boolean =>
  getFinding !== undefined &&
  cellOf(getFinding, holder) !== 'no' &&
  !(holder === 'action-owner' && onImprovements.includes(route.name));

const cells: readonly Cell[] = routes.flatMap((route) =>
  holders.map((holder) => {
    const may = cellOf(route, holder) !== 'no';
    const refused = subjectOf(route) === 'finding' && !seesFinding(holder, route) ? 404 : 403;
    const name = `${holder} ${may ? 'may' : 'may not'} ${route.name}`;
    return { name, route, email: holderOf[holder].person, may, refused };
  }),
);

const isElsewhere = (holder: Holder): holder is Elsewhere => Object.hasOwn(elsewhere, holder);

/** Where a role is one on own findings or audits alone: the same role elsewhere. */
const foreignCells: readonly Cell[] = routes.flatMap((route) =>
  holders.filter(isElsewhere).flatMap((holder) => {
    const own = cellOf(route, holder);
    if (own !== 'own-finding' && own !== 'own-audit') return [];
    const where = own === 'own-finding' ? 'of another finding' : 'of another audit';
    const refused = subjectOf(route) === 'finding' ? 404 : 403;
    const name = `${holder} ${where} may not ${route.name}`;
    return [{ name, route, email: elsewhere[holder].person, may: false, refused }];
  }),
);

const answerTo = async ({ route, email, may }: Cell): Promise<Answered> => {
  const asked = await requestFor(route, subjects, { email, may });
  return ask(house, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${tokens.get(email)}` } });
};

/** @param lanes how many ask at once */
const answerAll = async (asked: readonly Cell[], lanes: number): Promise<void> => {
  const rest = [...asked];
  const lane = async (): Promise<void> => {
    for (let cell = rest.shift(); cell; cell = rest.shift()) answers.set(cell.name, await answerTo(cell));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

beforeAll(async () => {
  const { around, hush } = createQuiet();
  house = await openHouse({ clock: '2026-03-10T10:00:00.000Z', settings, around });
  subjects = await createSubjects(house, hush);
  for (const { email } of everybody) tokens.set(email, await tokenOf(house, email));
  // Who may not changes nothing, so that all may ask about the same at once; who may comes after, one by one.
  await answerAll(
    [...cells, ...foreignCells].filter(({ may }) => !may),
    8,
  );
  await answerAll(
    cells.filter(({ may }) => may),
    1,
  );
}, 120_000);
afterAll(() => house.close());

const statusOf = (name: string): number => answers.get(name)?.status ?? 0;

describe('each role at each route', () => {
  it.each(cells.map((cell) => [cell.name, cell] as const))('%s', (name, { may, refused }) => {
    expect(may ? [200, 201, 202, 422] : [refused], answers.get(name)?.text).toContain(statusOf(name));
  });
  it('every route is open to somebody', () => {
    for (const route of routes) expect(cells.some((cell) => cell.route === route && cell.may)).toBe(true);
  });
});

describe('each role that is one on own findings or audits alone', () => {
  it.each(foreignCells.map((cell) => [cell.name, cell] as const))('%s', (name, { refused }) => {
    expect(statusOf(name), answers.get(name)?.text).toBe(refused);
  });
});

describe('what everybody may ask is answered with what the person may see', () => {
  it('nobody sees no finding', () => {
    expect(JSON.parse(answers.get('nobody may listFindings')?.text ?? '')).toEqual({
      findings: [],
      total: 0,
      all: 0,
      owners: [],
    });
    expect(answers.get('nobody may exportRegister')?.text.trim().split('\n')).toHaveLength(1);
  });
  it.each(holders.filter((holder) => holder !== 'nobody'))('%s sees the finding', (holder) => {
    expect(answers.get(`${holder} may listFindings`)?.text).toContain(subjects.main.id);
    expect(answers.get(`${holder} may exportRegister`)?.text).toContain(subjects.main.id);
  });
});

describe('without a token', () => {
  it.each(routes.map((route) => [route.name, route] as const))('nobody may %s', async (_name, route) => {
    const asked = await requestFor(route, subjects, { email: '', may: false });
    expect((await ask(house, asked)).status).toBe(401);
  });
});

describe('each purpose of a link at each route of links', () => {
  const purposes = linkPurposes.flatMap((purpose) =>
    linkRoutes.map((route) => {
      const cell = linkCellOf(route, purpose);
      return [`${purpose} ${cell === 'no' ? 'may not' : 'may'} ${route.name}`, purpose, route, cell] as const;
    }),
  );

  let asker: ReturnType<typeof createLinkAsker>;
  beforeAll(() => {
    asker = createLinkAsker(house, subjects);
  });

  it.each(purposes)('%s', async (_name, purpose, route, cell) => {
    const status = await asker.opened(purpose, route);
    if (cell === 'no') expect(status).toBe(404);
    else expect([200, 201, 202, 303, 422]).toContain(status);
  });
  it.each(purposes.filter(([, , , cell]) => cell === 'opened'))('%s, but not before the code', async (...each) => {
    const [, purpose, route] = each;
    expect(await asker.unopened(purpose, route)).toBe(401);
  });
});

describe('by an address that was never made', () => {
  it.each(linkRoutes.map((route) => [route.name, route] as const))('nobody may %s', async (_name, route) => {
    expect(await statusAtDeadLink(house, route)).toBe(404);
  });
});

it('nothing failed on the way', () => {
  expect(house.faults).toEqual([]);
});
