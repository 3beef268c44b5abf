import type { IntakeFiles, Scanner } from '#ports/evidence.ts';

const by = 'built-in check';

/**
 * The test file that scanners agree on (eicar.org): these 68 characters, followed by white space alone (space, tab, line
 * ends, Ctrl-Z), 128 in all at most. In two halves, or scanners would take this very file for it.
 */
const testString = Buffer.from(
  `${String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}`}${'$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`,
);
const mostBytes = 128;
const whiteSpace: ReadonlySet<number> = new Set(Buffer.from(' \t\n\r\x1a'));

/** Where no scanner is installed: finds the test file of eicar.org, and says of any other that it was not scanned. */
export const createBuiltInScan =
  (files: Pick<IntakeFiles, 'read'>): Scanner =>
  async (file) => {
    const notScanned = { verdict: 'not-scanned', by, detail: 'not scanned: no scanner installed' } as const;
    if (file.size > mostBytes) return notScanned;
    const bytes = Buffer.from(await files.read(file, 0, mostBytes));
    const isTestFile =
      bytes.subarray(0, testString.length).equals(testString) &&
      bytes.subarray(testString.length).every((byte) => whiteSpace.has(byte));
    return isTestFile ? { verdict: 'infected', by, detail: 'EICAR test file found' } : notScanned;
  };
