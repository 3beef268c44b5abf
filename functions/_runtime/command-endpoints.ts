import { type ApiFunction, type FindingCommandName, routes } from '#contracts/routes.ts';
import type { Command } from '#domain/finding/commands.ts';
import type { PeopleCommandStore } from '#use-cases/commands/context.ts';
import { giveCommand } from '#use-cases/commands/give-command.ts';
import { readFinding } from '#use-cases/queries/read-finding.ts';
import { type Endpoint, part } from './api.ts';

/** An endpoint for every finding command that the route table gives to this function: the route's name is the command. */
export const commandEndpoints = (name: ApiFunction, store: PeopleCommandStore): Record<string, Endpoint> => {
  const commandEndpoint =
    (command: FindingCommandName): Endpoint =>
    async (request) => {
      const finding = part(request, 'finding');
      const { actor, key, version } = request;
      const given = { name: command, body: request.body } as Command;
      const event = await giveCommand(store, { finding, command: given, actor, key, version });
      return event.ok ? readFinding(store, finding, actor, event.value.state) : event;
    };
  const own = routes.filter((route) => route.function === name && route.path.startsWith('/findings/{finding}/'));
  return Object.fromEntries(own.map((route) => [route.name, commandEndpoint(route.name as FindingCommandName)]));
};
