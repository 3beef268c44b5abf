/**
 * How much of a container is opened before it is refused. Declared sizes count for nothing: what is inflated is counted.
 */
export const containerLimits = {
  /** Entries of a container and of all containers in it: a hand-made collection of evidence has some hundreds. */
  entries: 10_000,
  /** Bytes that all entries together inflate to. */
  inflatedBytes: 2_000_000_000,
  /** How many times as large as packed: text packs to a tenth, logs to a fiftieth; what goes beyond is made to. */
  ratio: 100,
  /** Up to this many bytes the ratio says nothing: a small file of zeros is as harmless as it is well packed. */
  ratioFromBytes: 1_000_000,
  /** ZIPs in each other: a collection may hold a collection, and there it ends. */
  zipDepth: 2,
  /** Office documents in each other: a report may hold a workbook. They are ZIPs, and count apart from those. */
  documentDepth: 2,
  /**
   * Bytes of a container within another: it is written to a temporary file to be opened. With all the depths above there
   * are three at a time, in what a function of AWS Lambda has of `/tmp`, 512 MB.
   */
  nestedBytes: 150_000_000,
  /** Bytes of an entry's name, extra fields and comment together: no program needs more, and 10,000 entries could. */
  headerBytes: 4096,
  /** Bytes of `[Content_Types].xml` that are looked at; it has a line for each part of a document. */
  contentTypesBytes: 4_000_000,
} as const;
export type ContainerLimits = { readonly [L in keyof typeof containerLimits]: number };
