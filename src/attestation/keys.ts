/** Ed25519 keys in PEM. Reads no file, and never puts a key into a message. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ConfigurationError } from '../verdict/errors';

export interface KeyPair {
  /** PKCS #8. */
  readonly privateKey: string;
  /** SPKI. */
  readonly publicKey: string;
  readonly keyId: string;
}

export function makeKeys(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    keyId: keyIdOf(publicKey),
  };
}

/** SHA-256 of the SPKI form in DER, in hexadecimal. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** @throws ConfigurationError when it is no Ed25519 private key without a passphrase. */
export function readPrivateKey(pem: string): KeyObject {
  return readKey(pem, 'PRIVATE KEY', createPrivateKey);
}

/** A private key is refused, though it holds a public one: it has no business where signatures are checked. @throws ConfigurationError */
export function readPublicKey(pem: string): KeyObject {
  return readKey(pem, 'PUBLIC KEY', createPublicKey);
}

function readKey(pem: string, label: string, create: (pem: string) => KeyObject): KeyObject {
  const refusal = new ConfigurationError(
    `not the ${label.toLowerCase()} that is needed; accepted: an Ed25519 ${label.toLowerCase()} in PEM ('BEGIN ${label}'), as mdpo keygen writes it.`,
  );
  if (!pem.trimStart().startsWith(`-----BEGIN ${label}-----`)) throw refusal;
  let key: KeyObject;
  try {
    key = create(pem);
  } catch {
    // The cause may quote the key.
    throw refusal;
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refusal;
  return key;
}
