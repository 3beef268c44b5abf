import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hardCap } from '#domain/finding/cap.ts';
import { commandBodies, commandNames } from '#domain/finding/commands.ts';
import { decide, offered } from '#domain/finding/decide.ts';
import { FindingChange, FindingEvent } from '#domain/finding/events.ts';
import { evolve, type Happened } from '#domain/finding/evolve.ts';
import { Finding, isAtStage, isOpen, statuses } from '#domain/finding/state.ts';
import { transitionOf } from '#domain/finding/transitions.ts';
import { decisionWays } from '#domain/finding/way.ts';
import { bodies } from '../builders/finding.ts';
import { closeIt, longestWay } from './close-it.ts';
import { anyCommand, begin, type Course, courses, frozen, take } from './random-life.ts';

const assertFor = (numRuns: number, course: fc.Arbitrary<Course>, holds: (course: Course) => void): void =>
  fc.assert(fc.property(course, holds), { numRuns });

test('random bodies are bodies', () => {
  fc.assert(
    fc.property(anyCommand, ({ name, body }) => {
      expect(commandBodies[name].parse(body)).toEqual(body);
    }),
    { numRuns: 500 },
  );
});

test('random lives get everywhere', () => {
  const reached = new Set<string>();
  const happened = new Set<string>();
  const ways = new Set<string>();
  // One seed for good: this is about the lives, and what else is tested by them.
  fc.assert(
    fc.property(courses(40), (course) => {
      const life = begin(course);
      for (const step of course.steps) take(life, step);
      for (const { state, type } of life.events) {
        reached.add(state.status);
        happened.add(type);
        if ('rounds' in state) for (const { via } of state.rounds) ways.add(via ?? 'none');
      }
    }),
    { numRuns: 200, seed: 27_001 },
  );
  expect([...reached].toSorted()).toEqual([...statuses].toSorted());
  expect([...happened].toSorted()).toEqual(FindingChange.options.map(({ shape }) => shape.type.value).toSorted());
  expect([...ways].toSorted()).toEqual([...decisionWays, 'none'].toSorted());
});

test('no command throws, leaves the table or changes anything when it is refused', () => {
  assertFor(200, courses(40), (course) => {
    const life = begin(course);
    for (const step of course.steps) {
      const before = frozen(life.finding());
      const { command, answer } = take(life, step);
      if (!answer.ok) {
        expect(life.finding()).toBe(before);
        expect(answer.refusals.length).toBeGreaterThan(0);
        continue;
      }
      const row = transitionOf(command.name);
      const after = answer.value.state;
      expect(row.from).toContain(before.status);
      if (row.to.includes('same') && after.status === before.status)
        expect(isAtStage(after) && after.stage).toEqual(isAtStage(before) && before.stage);
      else expect(row.to).toContain(after.status);
      expect(row.by).toContain(answer.value.actor.role);
      expect([answer.value.seq, after.seq]).toEqual([before.seq + 1, before.seq + 1]);
    }
  });
});

test('folding the events gives the state that each carries, also as they come back from storage', () => {
  assertFor(70, courses(40), (course) => {
    const life = begin(course);
    for (const step of course.steps) take(life, step);
    let state: Finding | undefined;
    for (const event of life.events) {
      const stored: FindingEvent = JSON.parse(JSON.stringify(event));
      const { state: carried, ...happened } = stored;
      state = evolve(state, happened as Happened);
      expect(JSON.parse(JSON.stringify(state))).toEqual(carried);
    }
    expect(state).toEqual(life.finding());
  });
});

test('every event and every state fits its schema, and parsing changes nothing', () => {
  assertFor(40, courses(40), (course) => {
    const life = begin(course);
    for (const step of course.steps) take(life, step);
    for (const event of life.events) {
      const stored: FindingEvent = JSON.parse(JSON.stringify(event));
      expect(FindingEvent.parse(stored)).toEqual(stored);
      expect(Finding.parse(stored.state)).toEqual(stored.state);
    }
  });
});

const unlessOffered = [
  'wrong-state',
  'wrong-person',
  'appeal-pending',
  'extension-pending',
  'withdrawal-pending',
  'own-work',
  'auditor-writes-no-plan',
  'decision-maker-on-team',
  'took-part',
];

test('what is offered is never refused for the state or the person, and what is not offered always is', () => {
  assertFor(80, courses(25), (course) => {
    const life = begin(course);
    for (const step of course.steps) {
      const { actor } = take(life, step);
      const finding = life.finding();
      const open = offered(finding, actor, life.audit);
      for (const name of commandNames) {
        const command = { name, body: bodies[name] } as Parameters<typeof life.contextFor>[0];
        const answer = decide(finding, { command, actor, id: 'id', fingerprint: 'print' }, life.contextFor(command));
        const refused = !answer.ok && answer.refusals.some(({ code }) => unlessOffered.includes(code));
        expect({ name, refused }).toEqual({ name, refused: !open.includes(name) });
      }
    }
  });
});

test('nobody judges their own work, whatever roles they hold', () => {
  assertFor(150, courses(40), (course) => {
    const life = begin(course);
    const team = life.audit.team.map(({ person }) => person);
    for (const step of course.steps) {
      const before = life.finding();
      const { actor, answer } = take(life, step);
      if (!answer.ok) continue;
      const { type, state } = answer.value;
      const { person } = actor;
      const submitter = 'submission' in before ? before.submission.by : undefined;
      if (['confirmed', 'not-confirmed', 'accepted', 'returned'].includes(type)) expect(person).not.toBe(submitter);
      if (type === 'confirmed' && 'actionOwners' in before) expect(before.actionOwners).not.toContain(person);
      if (type === 'submitted') expect(team).not.toContain(person);
      if (type === 'assigned') expect(team).not.toContain(state.owner);
      if (type === 'withdrawn' || type === 'appeal-decided') expect(team).not.toContain(person);
      if (type === 'withdrawn' && isAtStage(before)) expect(before.withdrawal?.by).not.toBe(person);
      if (type === 'appeal-decided') expect(before.tookPart).not.toContain(person);
    }
  });
});

test('every round says by which way its end came into the record, as its event does', () => {
  assertFor(60, courses(40), (course) => {
    const life = begin(course);
    for (const step of course.steps) take(life, step);
    const finding = life.finding();
    if (finding.grade === 'ofi') return;
    const ends = life.events.flatMap((event) => {
      const { type, data, actor } = event;
      if (type === 'found-incomplete') return [{ by: actor.person }];
      if (type !== 'accepted' && type !== 'returned' && type !== 'not-confirmed') return [];
      const way = actor.link === undefined ? 'account' : 'link';
      const { transcription } = 'transcription' in data ? data : { transcription: undefined };
      return [{ by: actor.person, ...(transcription ? { via: 'transcription', transcription } : { via: way }) }];
    });
    const said = finding.rounds.map(({ by, via, transcription }) => ({
      by,
      ...(via && { via }),
      ...(transcription && { transcription }),
    }));
    expect(said).toEqual(ends);
    for (const { actor, type, data } of life.events) {
      if (type !== 'accepted' && type !== 'returned') continue;
      expect(actor.role === 'isms-manager').toBe(data.transcription !== undefined);
    }
  });
});

test('rounds are kept for good, extensions stay within the policy, and nothing is due after the hard cap', () => {
  assertFor(150, courses(40), (course) => {
    const life = begin(course);
    for (const step of course.steps) {
      const before = life.finding();
      take(life, step);
      const after = life.finding();
      if (before.grade === 'ofi' || after.grade === 'ofi') continue;
      expect(after.rounds.slice(0, before.rounds.length)).toEqual(before.rounds);
      expect(after.cycle).toBeGreaterThanOrEqual(before.cycle);
      expect(after.extensionsGranted).toBeLessThanOrEqual(after.policy.extensions.atMost);
      if (!isAtStage(after)) continue;
      expect(after.due[after.stage] <= (hardCap(after.grade, after.anchors) ?? '9999')).toBe(true);
    }
  });
});

test('every open finding can still reach Closed', () => {
  assertFor(200, courses(30), (course) => {
    const life = begin(course);
    for (const step of course.steps) take(life, step);
    if (!isOpen(life.finding())) return;
    const commands = closeIt(life);
    expect(life.finding().status).toBe('closed');
    expect(commands).toBeLessThanOrEqual(longestWay);
  });
});
