import { SFNClient } from '@aws-sdk/client-sfn';
import { createWorkflows } from '#adapters/aws/step-functions/workflows.ts';

/** The state machines of the stack. */
export const workflowsOf = (env: { readonly NONCONFORMITY_ARN: string; readonly AUDIT_INTAKE_ARN: string }) =>
  createWorkflows({
    client: new SFNClient({}),
    machines: { nonconformity: env.NONCONFORMITY_ARN, 'audit-intake': env.AUDIT_INTAKE_ARN },
  });
