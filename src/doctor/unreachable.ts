/** Says, in English, why something does not answer and what to look at. Knows the words of Node and of Chromium. */

interface Cause {
  readonly words: string;
  readonly remedy: string;
}

const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [
    /ECONNREFUSED|CONNECTION_REFUSED/,
    { words: 'connection refused', remedy: 'nothing listens there: start it, or correct host and port' },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|EDNS|NAME_NOT_RESOLVED/,
    { words: 'unknown host (DNS)', remedy: 'correct the name of the host, or enter the network (VPN) where it is known' },
  ],
  [
    /TIMEOUT|TIMEDOUT|Timeout \d+|délai|réponse complète/i,
    { words: 'no answer in time', remedy: 'look at firewall, VPN and proxy' },
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|certificate/i,
    {
      words: 'TLS certificate refused',
      remedy:
        'let Node trust the authority that signed it: export NODE_EXTRA_CA_CERTS=/path/to/authority.pem (driver browser: add it to the trusted authorities of the system)',
    },
  ],
  [/TLS|SSL|EPROTO/, { words: 'TLS connection failed', remedy: 'is that server spoken to by https:// and not by http://?' }],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|CONNECTION_(RESET|CLOSED)|EMPTY_RESPONSE|other side closed|hang up/,
    { words: 'connection cut', remedy: 'look at its log; is https:// expected there?' },
  ],
  [/HPE_|INVALID_HTTP_RESPONSE/, { words: 'an answer that is not HTTP', remedy: 'correct host and port' }],
];

/** @param error what a client threw; its own causes are searched too. */
export function explainUnreachable(error: unknown): Cause {
  const said = [...chain(error)].map(({ code, name, message }) => `${code ?? ''} ${name} ${message}`).join(' ');
  return CAUSES.find(([pattern]) => pattern.test(said))?.[1] ?? { words: 'no answer', remedy: 'look at host, port and network' };
}

function* chain(error: unknown): Generator<Error & { code?: string }> {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < 5; depth += 1) {
    yield current;
    if (current instanceof AggregateError) yield* current.errors.filter((inner) => inner instanceof Error);
    current = current.cause;
  }
}
