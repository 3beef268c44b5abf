import type * as z from 'zod';
import type { FindingView } from '#contracts/http.ts';
import type { FindingCommandName, PlainRouteName, RouteName, RouteOf } from '#contracts/routes.ts';
import type { CommandBody } from '#domain/finding/commands.ts';
import type { addresses } from './addresses.ts';

export type { RouteName } from '#contracts/routes.ts';

type Addresses = typeof addresses;

/** What the API answers to a route; text (CSV) as text. */
export type Answer<N extends RouteName> = N extends PlainRouteName
  ? RouteOf<N> extends { readonly answer: infer A extends z.ZodType }
    ? z.infer<A>
    : string
  : FindingView;

type PartOf<P extends string> = P extends `${string}{${infer Part}}${infer Rest}` ? Part | PartOf<Rest> : never;
type Parts<N extends RouteName> = PartOf<Addresses[N]['path']>;

type Body<N extends RouteName> = N extends FindingCommandName
  ? CommandBody<N>
  : N extends PlainRouteName
    ? RouteOf<N> extends { readonly body: infer B extends z.ZodType }
      ? z.input<B>
      : never
    : never;

type Query<N extends RouteName> = N extends PlainRouteName
  ? RouteOf<N> extends { readonly query: infer Q extends z.ZodType }
    ? z.input<Q>
    : never
  : never;

/** What a call of a route must be given, and what it may. */
export type Given<N extends RouteName> = ([Parts<N>] extends [never]
  ? { readonly path?: undefined }
  : { readonly path: Readonly<Record<Parts<N>, string>> }) &
  ([Body<N>] extends [never] ? { readonly body?: undefined } : { readonly body: Body<N> }) &
  ([Query<N>] extends [never] ? { readonly query?: undefined } : { readonly query?: Query<N> }) & {
    /** The version that the person saw: a change by somebody else in between is refused. */
    readonly version?: number;
    /** The same for a repetition of the same request. */
    readonly key?: string;
  };

/** Routes that only read. */
export type ReadName = { [N in RouteName]: Addresses[N]['method'] extends 'GET' ? N : never }[RouteName];
export type WriteName = Exclude<RouteName, ReadName>;
