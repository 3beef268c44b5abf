import { describe, expect, it } from 'vitest';
import type { Link } from '#domain/link/link.ts';
import type { Links } from '#ports/links.ts';
import { instant, newId } from './samples.ts';

export interface LinksSetting {
  readonly links: Links;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const aHash = (): string => `${newId()}${newId()}`;

const aLink = (more: Partial<Link> = {}): Link => ({
  id: newId(),
  purpose: 'upload-evidence',
  email: 'otto@supplier.example',
  audit: newId(),
  finding: newId(),
  by: 'ines@example.org',
  at: instant(0),
  expiresAt: instant(50),
  uses: 3,
  used: 0,
  version: 1,
  ...more,
});

export const linksContract = (name: string, makeAdapter: () => LinksSetting): void => {
  describe(`links: ${name}`, () => {
    it('finds a link by the hash of its secret, with all that is known of it, and by no other', async () => {
      const { links } = makeAdapter();
      const hash = aHash();
      const link = aLink({
        stage: 'correction',
        lastUse: 'a use',
        revoked: { by: 'ines@example.org', at: instant(3) },
        code: { hash: aHash(), sentAt: instant(1), expiresAt: instant(2), triesLeft: 4 },
        pausedUntil: instant(9),
        session: { hash: aHash(), openedAt: instant(3), expiresAt: instant(4) },
      });
      await links.add(hash, link);
      expect(await links.get(hash)).toEqual(link);
      expect(await links.get(aHash())).toBeUndefined();
      expect(await links.get(link.id)).toBeUndefined();
    });

    it('throws where the hash is taken, and leaves what is there', async () => {
      const { links } = makeAdapter();
      const hash = aHash();
      const link = aLink();
      await links.add(hash, link);
      await expect(links.add(hash, aLink())).rejects.toThrow();
      expect(await links.get(hash)).toEqual(link);
    });

    it('changes a link only from the version before, and whole', async () => {
      const { links } = makeAdapter();
      const hash = aHash();
      const link = aLink({ pausedUntil: instant(9) });
      await links.add(hash, link);
      const { pausedUntil: _over, ...used } = { ...link, used: 1, version: 2 };
      expect(await links.change(hash, used)).toBe('done');
      expect(await links.change(hash, { ...used, used: 2 })).toBe('stale');
      expect(await links.change(hash, { ...used, used: 2, version: 4 })).toBe('stale');
      expect(await links.get(hash)).toEqual(used);
    });

    it('changes nothing that is not there', async () => {
      const { links } = makeAdapter();
      const hash = aHash();
      expect(await links.change(hash, aLink({ version: 2 }))).toBe('stale');
      expect(await links.get(hash)).toBeUndefined();
    });

    it('lets one of many writers at once change a link', async (context) => {
      const { links, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const hash = aHash();
      const link = aLink();
      await links.add(hash, link);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => links.change(hash, { ...link, used: 1, version: 2 })),
      );
      expect(outcomes.toSorted()).toEqual(['done', 'stale', 'stale', 'stale']);
    });

    it('lists the links of an audit, newest first, each as it is now', async () => {
      const { links } = makeAdapter();
      const audit = newId();
      const early = { hash: aHash(), link: aLink({ audit, at: instant(1) }) };
      const late = { hash: aHash(), link: aLink({ audit, at: instant(2), finding: undefined }) };
      const other = { hash: aHash(), link: aLink({ audit: `${audit}-2` }) };
      for (const { hash, link } of [early, late, other]) await links.add(hash, link);
      await expect.poll(async () => (await links.of(audit)).length, { timeout: 10_000 }).toBe(2);
      const changed = { ...early.link, used: 1, version: 2 };
      await links.change(early.hash, changed);
      const { finding: _none, ...lateLink } = late.link;
      expect(await links.of(audit)).toEqual([
        { hash: late.hash, link: lateLink },
        { hash: early.hash, link: changed },
      ]);
      expect(await links.of(newId())).toEqual([]);
    });

    it("lists a person's own links, newest first, and apart from those of audits", async () => {
      const { links } = makeAdapter();
      const email = `${newId()}@example.org`;
      const own = (more: Partial<Link>): Link => {
        const {
          audit: _audit,
          finding: _finding,
          uses: _uses,
          ...link
        } = aLink({ purpose: 'calendar', email, ...more });
        return link;
      };
      const early = { hash: aHash(), link: own({ at: instant(1) }) };
      const late = { hash: aHash(), link: own({ at: instant(2) }) };
      const others = [own({ email: `x${email}` }), own({ email: `${email}x` }), aLink({ email })];
      for (const { hash, link } of [early, late, ...others.map((link) => ({ hash: aHash(), link }))])
        await links.add(hash, link);
      await expect.poll(async () => (await links.ofPerson(email)).length, { timeout: 10_000 }).toBe(2);
      const revoked = { ...early.link, revoked: { by: email, at: instant(3) }, version: 2 };
      await links.change(early.hash, revoked);
      expect(await links.ofPerson(email)).toEqual([late, { hash: early.hash, link: revoked }]);
      expect(await links.ofPerson(`${newId()}@example.org`)).toEqual([]);
    });
  });
};
