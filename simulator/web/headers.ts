/** The headers of every answer, and the cookie of the session. */

/** What goes with every answer of a simulator that is served over HTTPS or not (REC-26). */
export function answerHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure ? { ...secureHeaders, 'Strict-Transport-Security': 'max-age=31536000' } : secureHeaders;
}

/** REC-22 to REC-25: nothing kept, nothing framed, nothing from elsewhere, no inline style or script. */
const secureHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export interface SessionCookie {
  read(request: Request): string | undefined;
  write(id: string): string;
}

/** REC-20. Over HTTPS the name has the prefix `__Host-`, which binds the cookie to the very host. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-simulateur' : 'simulateur';
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]+)`);
  return {
    read: (request) => pattern.exec(request.headers.get('cookie') ?? '')?.[1],
    write: (id) => `${name}=${id}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`,
  };
}
