/** DSSE v1 envelopes (github.com/secure-systems-lab/dsse) of in-toto statements, signed with Ed25519. Knows nothing of what they say. */
import { createPublicKey, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { z } from 'zod';
import { keyIdOf, readPrivateKey, readPublicKey } from './keys';

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** What was given is no envelope, or nothing in it was signed by the key that is trusted. */
export class EnvelopeRefused extends Error {
  override readonly name = 'EnvelopeRefused';
}

/** The protocol lets readers ignore what they do not know; the key id is a hint, and decides nothing. */
const envelopeSchema = z.object({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: z.string() })).min(1),
});

/**
 * @param privateKey PEM of an Ed25519 private key.
 * @returns the text of an envelope with one signature. @throws ConfigurationError when the key is another thing.
 */
export function sign(payload: string, privateKey: string): string {
  const key = readPrivateKey(privateKey);
  const body = Buffer.from(payload);
  const sig = signBytes(null, preAuthenticationEncoding(PAYLOAD_TYPE, body), key).toString('base64');
  const signatures = [{ keyid: keyIdOf(createPublicKey(key)), sig }];
  return `${JSON.stringify({ payload: body.toString('base64'), payloadType: PAYLOAD_TYPE, signatures }, null, 2)}\n`;
}

/**
 * @param publicKey PEM of the Ed25519 public key that is trusted: one signature of its own is enough, whoever else signed.
 * @returns the payload, of which every byte was signed.
 * @throws EnvelopeRefused, ConfigurationError when the key is another thing.
 */
export function open(envelope: string, publicKey: string): string {
  const key = readPublicKey(publicKey);
  const { payload, payloadType, signatures } = parse(envelope);
  const body = decodeBase64(payload, 'payload');
  const signed = preAuthenticationEncoding(payloadType, body);
  const valid = signatures.some(({ sig }) => verifyBytes(null, signed, key, decodeBase64(sig, 'sig')));
  if (!valid) throw new EnvelopeRefused('no signature of it is by this key on this payload');
  if (payloadType !== PAYLOAD_TYPE) throw new EnvelopeRefused(`payloadType: given ${payloadType}; accepted: ${PAYLOAD_TYPE}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new EnvelopeRefused('its payload is not UTF-8');
  }
}

/** The bytes that are signed: lengths are in bytes, so that no two pairs of type and body have one encoding. */
export function preAuthenticationEncoding(type: string, body: Uint8Array): Buffer {
  const typeBytes = Buffer.from(type);
  return Buffer.concat([Buffer.from(`DSSEv1 ${typeBytes.length} `), typeBytes, Buffer.from(` ${body.length} `), body]);
}

function parse(text: string): z.infer<typeof envelopeSchema> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new EnvelopeRefused('not JSON');
  }
  const result = envelopeSchema.safeParse(data);
  if (!result.success) throw new EnvelopeRefused('not a DSSE envelope: payload, payloadType and signatures are needed');
  return result.data;
}

/** In either alphabet, as the protocol asks. Node reads over what is no base64: that is refused. */
function decodeBase64(text: string, field: string): Buffer {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Buffer.from(standard, 'base64');
  const unpadded = (encoded: string) => encoded.replace(/=+$/, '');
  if (unpadded(bytes.toString('base64')) !== unpadded(standard)) throw new EnvelopeRefused(`${field}: not base64`);
  return bytes;
}
