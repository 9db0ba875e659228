/**
 * Listens to the simulators that the suite opens in this process: what each was asked, and the chance that it drew, so that the same
 * requests can be sent again to a simulator that answers the same. To be called before anything else loads the simulator.
 */
import * as door from '../simulator';
import type { Simulator, SimulatorOptions } from '../simulator';

/** What one simulator was asked, oldest first. Bytes in base64: it is handed over as JSON. */
export interface Session {
  readonly passwordCost?: number;
  readonly random: string[];
  readonly requests: SentRequest[];
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: [string, string][];
  readonly body?: string;
  /** Of the answer: the replay must get the same. */
  readonly status: number;
}

export function tapSimulators(): readonly Session[] {
  const sessions: Session[] = [];

  function createSimulator({ random, passwordCost, ...options }: SimulatorOptions): Simulator {
    if (!random) throw new Error('the bench needs a simulator whose chance is given to it');
    const cost = passwordCost === undefined ? {} : { passwordCost };
    const session: Session = { ...cost, random: [], requests: [] };
    sessions.push(session);
    const drawn = (count: number): Uint8Array => {
      const bytes = random(count);
      session.random.push(Buffer.from(bytes).toString('base64'));
      return bytes;
    };
    const simulator = door.createSimulator({ ...options, ...cost, random: drawn });
    return {
      ...simulator,
      fetch: async (request) => {
        const { method, url } = request;
        const body = method === 'GET' || method === 'HEAD' ? {} : { body: await request.clone().text() };
        const response = await simulator.fetch(request);
        session.requests.push({ method, url, headers: [...request.headers], ...body, status: response.status });
        return response;
      },
    };
  }

  // The consumers of the door look the function up when they call it, in whatever stands in the cache.
  require.cache[require.resolve('../simulator')]!.exports = { ...door, createSimulator };
  return sessions;
}
