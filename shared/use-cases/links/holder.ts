import type { Link, LinkPurpose } from '#domain/link/link.ts';
import type { Actor, Person, Role } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';

/** What a person may be who is in no directory and came by a link. The domain holds it against team and finding. */
const rolesByPurpose: Readonly<Record<LinkPurpose, readonly Role[]>> = {
  'upload-report': [],
  'upload-evidence': [],
  review: ['lead-auditor'],
  calendar: [],
};

/** The holder of a link as the one who acts. `person`: whom the directory knows under the link's address. */
export const holderAs = (link: Link, person: Person | undefined): Actor => ({
  person: link.email,
  roles: person?.roles ?? rolesByPurpose[link.purpose],
  link: link.id,
});

/** The holder of a link as the one who acts: with the roles of the directory, where it knows the person. */
export const holderOf = async (store: { readonly people: Pick<People, 'get'> }, link: Link): Promise<Actor> =>
  holderAs(link, await store.people.get(link.email));
