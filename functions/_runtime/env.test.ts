import { expect, test } from 'vitest';
import * as z from 'zod';
import { mail } from './env.ts';

test('links in mail begin with an address that has no slash at its end, however it was configured', () => {
  const BaseUrl = z.object({ BASE_URL: mail.BASE_URL });
  for (const url of ['https://redress.example.org', 'https://redress.example.org/'])
    expect(BaseUrl.parse({ BASE_URL: url }).BASE_URL).toBe('https://redress.example.org');
});
