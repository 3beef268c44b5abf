import type { ReportSource } from '#domain/report/source.ts';
import type { Result } from '#domain/result.ts';

/** Reads the file of an audit report as far as its format goes; what the cells mean is `readReport`'s. */
export interface ReportReader {
  /**
   * Refused, never thrown: a file that is too large, damaged, protected, of another kind than it seems, or hostile.
   * @param fileName for the sentences of refusals; what the file is follows from its content
   */
  read(bytes: Uint8Array, fileName: string): Promise<Result<ReportSource>>;
}
