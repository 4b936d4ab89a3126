import type { World } from '../world.ts';
import type { Challenge } from './pkce.ts';

/** A code is good for a minute (RingCentral's guide to authorization). */
export const CODE_LIFE_S = 60;
const VISIT_LIFE_MS = 10 * 60_000;
const LOGIN_LIFE_MS = 24 * 60 * 60_000;

/** A checked request for a code. */
export type AuthorizationRequest = {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Whether the request named the address; then the exchange has to name it too. */
  readonly namesRedirectUri: boolean;
  readonly state: string | undefined;
  readonly challenge: Challenge | undefined;
  readonly display: string;
};

/** Someone on the sign-in pages: the ticket in their forms stands for the request they came with. */
export type Visit = {
  readonly ticket: string;
  readonly request: AuthorizationRequest;
  readonly endsAt: number;
  username: string;
  /** What the page has to say about the last attempt. */
  problem: string | undefined;
  /** Once signed in. */
  loginId: string | undefined;
};

export type Code = { readonly request: AuthorizationRequest; readonly endsAt: number };

/** A browser that has signed in, known by its cookie, and the apps it has let in. */
export type Login = { readonly endsAt: number; readonly consents: Set<string> };

/** What lives only for minutes, and does not survive a restart. */
export type Authorizations = {
  readonly visits: Map<string, Visit>;
  readonly codes: Map<string, Code>;
  readonly logins: Map<string, Login>;
};

export function createAuthorizations(): Authorizations {
  return { visits: new Map(), codes: new Map(), logins: new Map() };
}

export function startVisit(
  world: World,
  request: AuthorizationRequest,
  begin: Pick<Visit, 'username' | 'loginId'>,
): Visit {
  const ticket = world.random.text(40);
  const endsAt = world.clock.now() + VISIT_LIFE_MS;
  const visit: Visit = { ticket, request, endsAt, problem: undefined, ...begin };
  keep(world, world.authorizations.visits, ticket, visit);
  return visit;
}

export function startLogin(world: World): string {
  const id = world.random.text(40);
  const endsAt = world.clock.now() + LOGIN_LIFE_MS;
  keep(world, world.authorizations.logins, id, { endsAt, consents: new Set() });
  return id;
}

export function issueCode(world: World, request: AuthorizationRequest): string {
  const code = `U0lNX2${world.random.text(60)}`;
  const endsAt = world.clock.now() + CODE_LIFE_S * 1_000;
  keep(world, world.authorizations.codes, code, { request, endsAt });
  return code;
}

export function findVisit(world: World, ticket: string | null): Visit | undefined {
  return live(world, world.authorizations.visits.get(ticket ?? ''));
}

export function findLogin(world: World, id: string | undefined): Login | undefined {
  return live(world, world.authorizations.logins.get(id ?? ''));
}

function live<T extends { readonly endsAt: number }>(
  world: World,
  entry: T | undefined,
): T | undefined {
  return entry && world.clock.now() < entry.endsAt ? entry : undefined;
}

/** For this long an expired code is told from one that never was. */
const REMEMBERED_MS = 60 * 60_000;

function keep<T extends { readonly endsAt: number }>(
  world: World,
  entries: Map<string, T>,
  id: string,
  entry: T,
): void {
  for (const [oldId, { endsAt }] of entries) {
    if (world.clock.now() > endsAt + REMEMBERED_MS) entries.delete(oldId);
  }
  entries.set(id, entry);
}
