import { expect, it } from 'vitest';
import { functionNameOf, isExecutionName, machineNameOf, resourceOf } from './resources.ts';

it('reads the function name out of an argument', () => {
  expect(functionNameOf(`\${validate-submission}`)).toBe('validate-submission');
  expect(functionNameOf(`\${validate-submission}:live`)).toBe('validate-submission');
  expect(functionNameOf('arn:aws:lambda:eu-west-1:123456789012:function:send-notice')).toBe('send-notice');
  expect(functionNameOf(`arn:\${AWS::Partition}:lambda:eu-west-1:123456789012:function:send-notice:live`)).toBe(
    'send-notice',
  );
  expect(functionNameOf('relay')).toBe('relay');
});

it('reads the machine name out of an argument', () => {
  expect(machineNameOf(`\${nonconformity}`)).toBe('nonconformity');
  expect(machineNameOf('arn:aws:states:local:000000000000:stateMachine:nonconformity:live')).toBe('nonconformity');
  expect(machineNameOf('audit-intake')).toBe('audit-intake');
});

it('knows the resources in use, in every partition', () => {
  expect(resourceOf(`arn:\${AWS::Partition}:states:::lambda:invoke`)).toEqual({ kind: 'invoke', waitsForToken: false });
  expect(resourceOf('arn:aws-cn:states:::lambda:invoke.waitForTaskToken')).toEqual({
    kind: 'invoke',
    waitsForToken: true,
  });
  expect(resourceOf('arn:aws:states:::states:startExecution')).toMatchObject({ failurePrefix: 'StepFunctions' });
  expect(resourceOf('arn:aws:states:::aws-sdk:sfn:startExecution')).toMatchObject({ failurePrefix: 'Sfn' });
  expect(resourceOf('arn:aws:lambda:eu-west-1:123456789012:function:x')).toBeUndefined();
  expect(resourceOf('arn:aws:states:::toString')).toBeUndefined();
});

it('takes the names that Step Functions takes', () => {
  for (const name of ['nc-2026.014-e1', 'a'.repeat(80), 'a=b@c(d)']) expect(isExecutionName(name)).toBe(true);
  for (const name of ['', 'a b', 'a'.repeat(81), 'a/b', 'a:b', 'a*', 'a\u0007'])
    expect(isExecutionName(name)).toBe(false);
});
