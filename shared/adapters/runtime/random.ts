import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from '#ports/random.ts';

export const systemRandom: Random = {
  id: () => randomBytes(16).toString('hex'),
  secret: () => randomBytes(32).toString('base64url'),
  digits: (count) => String(randomInt(10 ** count)).padStart(count, '0'),
};
