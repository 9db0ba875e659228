/** Makes a certificate that nobody vouches for, to test what is refused: X.509 (RFC 5280) by hand, with no key kept in the sources. */
import { generateKeyPairSync, sign } from 'node:crypto';

const ECDSA_WITH_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/** @returns a key and a certificate in PEM, good for an https server of this machine. */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('localhost')))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const serial = der(0x02, Buffer.from([1]));
  const subject = sequence(serial, ECDSA_WITH_SHA256, name, validity, name, publicKey.export({ type: 'spki', format: 'der' }));
  const certificate = sequence(subject, ECDSA_WITH_SHA256, bits(sign('sha256', subject, privateKey)));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** One value of the Distinguished Encoding Rules: a tag, a length, the content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(length < 0x80 ? [length] : long)]), body]);
}

function sequence(...content: Uint8Array[]): Buffer {
  return der(0x30, ...content);
}

function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text));
}

function bits(content: Uint8Array): Buffer {
  return der(0x03, Buffer.from([0]), content);
}
