import * as files from './endpoints/files.ts';
import type { Endpoint } from './endpoints/request.ts';
import * as review from './endpoints/review.ts';
import * as wayIn from './endpoints/way-in.ts';

export type { Endpoint, Store } from './endpoints/request.ts';

/** What answers each route of `linkRoutes`, by its name. */
export const endpoints: Readonly<Record<string, Endpoint>> = { ...wayIn, ...files, ...review };
