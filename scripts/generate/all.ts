import { generatedMachines } from './asl.ts';
import { generatedDiagrams } from './diagrams.ts';
import { settle } from './drift.ts';
import { generatedEvents } from './events.ts';
import { generatedLinkScript } from './link-script.ts';
import { generatedPermissions } from './permissions.ts';
import { generatedPolicies } from './policies.ts';
import { generatedReference } from './reference.ts';
import { generatedVerifier } from './verifier.ts';
import { generatedWebAddresses } from './web-addresses.ts';

/*
 * Everything that is made from the code: state machines, diagrams, tables, the API's reference.
 * `node scripts/generate/all.ts [--check]`
 */
const generated = {
  ...generatedMachines(),
  ...generatedDiagrams(),
  ...generatedReference(),
  ...generatedEvents(),
  ...generatedPermissions(),
  ...generatedLinkScript(),
  ...generatedVerifier(),
  ...generatedPolicies(),
  ...generatedWebAddresses(),
};
process.exitCode = settle(generated, process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
