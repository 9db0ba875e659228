/** Opens a server on a port, or says clearly why it cannot. */
import type { Server } from 'node:net';
import { ConfigurationError } from '../verdict/errors';

/** @param door its name, for people. @throws ConfigurationError when the port is busy, reserved, or the host not ours. */
export function listening(
  door: string,
  server: Pick<Server, 'listen' | 'once' | 'off'>,
  host: string,
  port: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(new ConfigurationError(`Impossible d’écouter ${door} sur ${host}:${port} : ${reason(error)}.`, { cause: error }));
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'ce port est déjà pris par un autre programme';
  if (code === 'EACCES') return 'ce port est réservé au système';
  if (code === 'EADDRNOTAVAIL') return 'cette adresse n’est pas celle de la machine';
  return message;
}
