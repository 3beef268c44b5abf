/** Something said of each of a kind, which none may lack. */
export type Said<K extends string> = Readonly<Record<K, string>>;
