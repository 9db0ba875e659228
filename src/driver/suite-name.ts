/** How the suite names itself to the targets it asks, so that their owners know whose requests these are. */
import { version } from '../../package.json';
import { ConfigurationError } from '../verdict/errors';

/** RFC 9110, 10.1.5: a product and its version. */
export const SUITE_NAME = `mdpo-conformance/${version}`;

/**
 * What is sent as `User-Agent`, or put after the browser's own.
 * @throws ConfigurationError for what no header can hold.
 */
export function readUserAgent(given: string): string {
  if (/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(given)) return given;
  throw new ConfigurationError(`userAgent, given ${JSON.stringify(given)}, accepted: printable ASCII on one line`);
}
