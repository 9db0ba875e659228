/** Which addresses belong to a target: the suite writes to no one else. */

/** Whether a host name stands for this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** True for the host of the target, on any port; of a target on this machine, for every name of this machine. */
export function belongsTo(baseUrl: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const home = new URL(baseUrl).hostname;
  return hostname === home || (isLoopback(hostname) && isLoopback(home));
}
