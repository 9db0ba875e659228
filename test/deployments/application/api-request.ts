// What every request of the API has in common: its session, its header, the members of its body, and how it is refused.
import type { Context, Env } from 'hono';
import type { Account } from './accounts';
import type { FaultSwitch } from './faults';
import { openSteps, type Session, type Step } from './sessions';

export const TOKEN_HEADER = 'X-Espace-Jeton';
export const SESSION_COOKIE = 'espace_session';

export interface ApiEnv extends Env {
  Variables: { session: Session };
}

/** A refusal that the page shows as it is. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 422,
    message: string,
  ) {
    super(message);
  }
}

/** @throws Refusal when a request that changes something does not show the session's token. */
export function demandToken(context: Context<ApiEnv>): void {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return;
  if (context.req.header(TOKEN_HEADER) !== context.var.session.token) {
    throw new Refusal(403, 'Votre session a expiré. Rechargez la page, puis recommencez.');
  }
}

/**
 * The members of a JSON body, as they were typed; one that is not there is not in the result.
 * @throws Refusal for a body that is no JSON object, or a member that is no string.
 */
export async function readMembers<Name extends string>(context: Context, ...names: Name[]): Promise<{ [name in Name]?: string }> {
  const body = await readObject(context);
  const members: { [name in Name]?: string } = {};
  for (const name of names) {
    if (!Object.hasOwn(body, name)) continue;
    const value = body[name];
    if (typeof value !== 'string') throw new Refusal(400, 'La demande est mal formée.');
    members[name] = value;
  }
  return members;
}

/**
 * The account for which a session has earned that screen.
 * @throws Refusal if it has not.
 */
export function accountAt(step: Step, session: Session, fault: FaultSwitch): Account {
  if (session.progress === undefined || !openSteps(session, fault).includes(step)) {
    throw new Refusal(409, 'Cette étape n’est pas accessible. Reprenez la procédure depuis le début.');
  }
  return session.progress.account;
}

async function readObject(context: Context): Promise<Record<string, unknown>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer());
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Neither UTF-8 nor JSON: refused as below.
  }
  throw new Refusal(400, 'La demande est mal formée.');
}
