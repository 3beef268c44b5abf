import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEvaluate } from './expressions.ts';
import { StateFailure } from './failure.ts';

const evaluate = createEvaluate({ now: () => '2026-03-09T08:00:00.000Z' });
const scope = {
  states: { input: { id: 'nc-1', rows: [{ n: 1 }, { n: 2 }], one: [{ n: 1 }] }, context: { State: { Name: 'Look' } } },
  variables: { attempt: 2 },
};
const value = (template: unknown) => evaluate(template, 'Output', scope);
const failureOf = async (template: unknown) => {
  const thrown: unknown = await value(template).catch((error: unknown) => error);
  if (thrown instanceof StateFailure) return thrown.failure;
  throw new Error(`not a failure: ${String(thrown)}`);
};

describe('a template', () => {
  it('is evaluated at every depth, and otherwise stands for itself', async () => {
    expect(
      await value({ a: ['{% $attempt + 1 %}', { b: '{% $states.input.id %}' }], c: null, d: '$attempt', e: 3 }),
    ).toEqual({
      a: [3, { b: 'nc-1' }],
      c: null,
      d: '$attempt',
      e: 3,
    });
    expect(await value('{% $states.context.State.Name %}')).toBe('Look');
    expect(await value('{%\n  (\n $x := $states.input.rows.n;\n $sum($x)\n )\n%}')).toBe(3);
  });

  it('gives plain JSON, a sequence of one as its member', async () => {
    expect(await value('{% $states.input.rows[n > 0] %}')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await value('{% $states.input.one[n = 1] %}')).toEqual({ n: 1 });
    expect(await value('{% null %}')).toBeNull();
  });

  it('reads the time from the clock', async () => {
    expect(await value('{% $now() %}')).toBe('2026-03-09T08:00:00.000Z');
    expect(await value("{% $now('[Y]/[M01]') %}")).toBe('2026/03');
    expect(await value("{% $now('[H01]:[m01]', '+0200') %}")).toBe('10:00');
    expect(await value('{% $millis() %}')).toBe(Date.parse('2026-03-09T08:00:00Z'));
  });

  it('fails with the expression and the field when there is no value', async () => {
    expect(await failureOf({ a: { b: '{% $nothing %}' } })).toEqual({
      Error: 'States.QueryEvaluationError',
      Cause: "The JSONata expression '$nothing' specified for the field 'Output/a/b' returned nothing (undefined).",
    });
    expect((await failureOf('{% id %}')).Cause).toMatch(/returned nothing/);
  });

  it('fails when the expression throws or yields what JSON has not', async () => {
    expect((await failureOf("{% 1 + 'a' %}")).Cause).toMatch(
      /'Output' threw an error during evaluation\. .*"a"|right side/,
    );
    expect((await failureOf('{% $error("too late") %}')).Cause).toMatch(/too late/);
    for (const text of [
      '{% function($x){$x} %}',
      '{% $sum %}',
      '{% {"a": $uppercase} %}',
      '{% [1, function(){1}] %}',
    ]) {
      expect((await failureOf(text)).Cause).toMatch(/returned an unsupported result type/);
    }
  });

  it('keeps evaluations apart that run at the same time', async () => {
    const text = "{% $reduce([1..50], function($a, $b){$a & $attempt}, '') %}";
    const both = [1, 2].map((attempt) => evaluate(text, 'Output', { ...scope, variables: { attempt } }));
    expect(await Promise.all(both)).toEqual(['1'.repeat(50), '2'.repeat(50)]);
  });
});

describe('the functions of Step Functions', () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$range(0, 1, 2)', [0]],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ["$hash('abc', 'SHA-256')", createHash('sha256').update('abc').digest('hex')],
    ["$hash('abc', 'MD5')", createHash('md5').update('abc').digest('hex')],
  ])('%s', async (expression, expected) => {
    expect(await value(`{% ${expression} %}`)).toEqual(expected);
  });

  it('$uuid and $random', async () => {
    expect(await value('{% $uuid() %}')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await value('{% $uuid() = $uuid() %}')).toBe(false);
    expect(await value('{% $random() = $random() %}')).toBe(false);
    expect(await value('{% $random(7) = $random(7) and $random(7) != $random(8) %}')).toBe(true);
    expect(await value('{% ($r := $random(); $r >= 0 and $r < 1) %}')).toBe(true);
  });

  it.each(['$partition([1], 0)', '$range(1, 2, 0)', '$range(1, 9999, 1)', "$hash('a', 'CRC')", "$parse('{')"])(
    '%s fails',
    async (expression) => {
      expect((await failureOf(`{% ${expression} %}`)).Error).toBe('States.QueryEvaluationError');
    },
  );
});
