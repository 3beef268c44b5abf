import { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { WorkflowFault } from '#ports/workflows.ts';
import { type Answer, answering, awsError } from '../answering.fixture.ts';
import { createWorkflows } from './workflows.ts';

const machine = 'arn:aws:states:eu-central-1:123456789012:stateMachine:redress-nonconformity';

const on = async (answer: Answer, arn = machine) => {
  const { options, requests } = await answering(() => answer);
  const workflows = createWorkflows({ client: new SFNClient(options), machines: { nonconformity: arn } });
  return { workflows, sent: () => JSON.parse(requests[0]?.body ?? '{}') };
};

describe('Step Functions', () => {
  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('takes %s for a dead token', async (error) => {
    const { workflows } = await on(awsError(error));
    expect(await workflows.resume('token', {})).toBe('dead-token');
  });

  it.each(['InvalidOutput', 'KmsThrottlingException'])('takes %s for a fault', async (error) => {
    const { workflows } = await on(awsError(error));
    await expect(workflows.resume('token', {})).rejects.toBeInstanceOf(WorkflowFault);
  });

  it('resumes with the output as JSON', async () => {
    const { workflows, sent } = await on({});
    expect(await workflows.resume('token', { step: 'closed' })).toBe('resumed');
    expect(sent()).toEqual({ taskToken: 'token', output: '{"step":"closed"}' });
  });

  it('starts by name, and knows an execution that is there', async () => {
    const { workflows, sent } = await on({ body: { executionArn: 'arn', startDate: 1 } });
    expect(await workflows.start('nonconformity', 'nc-1-e1', { finding: '1' })).toBe('started');
    expect(sent()).toEqual({ stateMachineArn: machine, name: 'nc-1-e1', input: '{"finding":"1"}' });
    const again = await on(awsError('ExecutionAlreadyExists'));
    expect(await again.workflows.start('nonconformity', 'nc-1-e1', {})).toBe('already-exists');
    const full = await on(awsError('ExecutionLimitExceeded'));
    await expect(full.workflows.start('nonconformity', 'nc-1-e1', {})).rejects.toBeInstanceOf(WorkflowFault);
  });

  it.each([machine, `${machine}:live`])('finds an execution of %s', async (arn) => {
    const { workflows, sent } = await on({ body: { status: 'TIMED_OUT', startDate: 1 } }, arn);
    const found = await workflows.describe('nonconformity', 'nc-1-e1');
    expect(found).toEqual({ name: 'nc-1-e1', machine: 'nonconformity', status: 'TIMED_OUT' });
    expect(sent()).toEqual({
      executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:redress-nonconformity:nc-1-e1',
    });
  });

  it('finds none, and tells that from a fault', async () => {
    const none = await on(awsError('ExecutionDoesNotExist'));
    expect(await none.workflows.describe('nonconformity', 'nc-1-e1')).toBeUndefined();
    const failing = await on(awsError('InvalidArn'));
    await expect(failing.workflows.describe('nonconformity', 'nc-1-e1')).rejects.toBeInstanceOf(WorkflowFault);
    const strange = await on({ body: { status: 'PENDING_REDRIVE', startDate: 1 } });
    await expect(strange.workflows.describe('nonconformity', 'nc-1-e1')).rejects.toBeInstanceOf(WorkflowFault);
  });

  it('throws for a machine that it was given no ARN of', async () => {
    const { workflows } = await on({});
    await expect(workflows.start('audit-intake', 'intake-1-1', {})).rejects.toBeInstanceOf(WorkflowFault);
  });
});
