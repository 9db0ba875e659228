import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { EnvelopeRefused, open, PAYLOAD_TYPE, preAuthenticationEncoding, sign } from './envelope';
import { makeKeys } from './keys';

const [ours, theirs] = [makeKeys(), makeKeys()];
const payload = '{"_type":"https://in-toto.io/Statement/v1","é":"\u2028"}';
const envelope = sign(payload, ours.privateKey);

interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid?: string; sig: string }[];
}

/** The envelope with something else in it. */
function altered(change: (read: Envelope) => void, text = envelope): string {
  const read = JSON.parse(text) as Envelope;
  change(read);
  return JSON.stringify(read);
}

const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

test('envelope: what is signed is what the protocol of DSSE gives as its example', () => {
  const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
  assert.equal(encoded.toString(), 'DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  // Lengths are in bytes.
  assert.equal(preAuthenticationEncoding('é', Buffer.from('à')).toString(), 'DSSEv1 2 é 2 à');
  assert.equal(preAuthenticationEncoding('x', Buffer.alloc(0)).toString(), 'DSSEv1 1 x 0 ');
});

test('envelope: opens with the key that goes with the one that signed, and gives the payload back', () => {
  assert.equal(open(envelope, ours.publicKey), payload);
  const { payloadType, signatures } = JSON.parse(envelope) as Envelope;
  assert.equal(payloadType, 'application/vnd.in-toto+json');
  const der = createPublicKey(ours.publicKey).export({ type: 'spki', format: 'der' });
  assert.deepEqual(
    signatures.map(({ keyid }) => keyid),
    [createHash('sha256').update(der).digest('hex')],
  );
  assert.equal(signatures[0]?.keyid, ours.keyId);
});

test('envelope: either alphabet of base64 is read, and the key id decides nothing', () => {
  const safe = altered((read) => {
    read.payload = urlSafe(read.payload);
    for (const signature of read.signatures) Object.assign(signature, { sig: urlSafe(signature.sig), keyid: theirs.keyId });
  });
  assert.equal(open(safe, ours.publicKey), payload);
  assert.throws(
    () =>
      open(
        altered((read) => read.signatures.forEach((one) => (one.keyid = theirs.keyId))),
        theirs.publicKey,
      ),
    EnvelopeRefused,
  );
});

test('envelope: two signatures, of which one is by the key that is trusted', () => {
  const other = JSON.parse(sign(payload, theirs.privateKey)) as Envelope;
  const both = altered((read) => read.signatures.unshift(...other.signatures));
  assert.equal(open(both, ours.publicKey), payload);
  assert.equal(open(both, theirs.publicKey), payload);
  assert.throws(() => open(both, makeKeys().publicKey), EnvelopeRefused);
  // Theirs is on another payload.
  const stray = JSON.parse(sign('{}', theirs.privateKey)) as Envelope;
  assert.throws(
    () =>
      open(
        altered((read) => read.signatures.push(...stray.signatures)),
        theirs.publicKey,
      ),
    EnvelopeRefused,
  );
});

const refused: readonly (readonly [name: string, text: string, reason: RegExp])[] = [
  ['another payload', altered((read) => (read.payload = Buffer.from('{}').toString('base64'))), /no signature/],
  ['a payload with one bit less', altered((read) => (read.payload = read.payload.replace(/^./, 'f'))), /no signature/],
  ['another type', altered((read) => (read.payloadType = 'application/json')), /no signature/],
  ['a signature that is none', altered((read) => (read.signatures = [{ sig: 'AAAA' }])), /no signature/],
  ['no signature', altered((read) => (read.signatures = [])), /not a DSSE envelope/],
  ['base64 with something in it', altered((read) => (read.payload = ` ${read.payload}`)), /payload: not base64/],
  ['a signature with something in it', altered((read) => (read.signatures = [{ sig: '!!!' }])), /sig: not base64/],
  ['no payload', altered((read) => delete (read as Partial<Envelope>).payload), /not a DSSE envelope/],
  ['a list', '[]', /not a DSSE envelope/],
  ['what is no JSON', envelope.slice(1), /not JSON/],
];
for (const [name, text, reason] of refused) {
  test(`envelope: refused with ${name}`, () => {
    assert.throws(
      () => open(text, ours.publicKey),
      (error) => error instanceof EnvelopeRefused && reason.test(error.message),
    );
  });
}

/** Signed by our own key, whatever is in it. */
function signedByUs(body: Buffer, payloadType: string): string {
  const sig = signBytes(null, preAuthenticationEncoding(payloadType, body), ours.privateKey).toString('base64');
  return JSON.stringify({ payload: body.toString('base64'), payloadType, signatures: [{ sig }] });
}

test('envelope: another type is refused though it is signed, and so is what is no text', () => {
  assert.equal(open(signedByUs(Buffer.from('{}'), PAYLOAD_TYPE), ours.publicKey), '{}');
  assert.throws(
    () => open(signedByUs(Buffer.from('{}'), 'application/json'), ours.publicKey),
    /payloadType: given application\/json/,
  );
  assert.throws(() => open(signedByUs(Buffer.of(0xff), PAYLOAD_TYPE), ours.publicKey), /not UTF-8/);
});

test('envelope: only Ed25519 keys of the right half are taken, and no message quotes them', () => {
  const rsa = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const mangled = ours.privateKey.replace(/\n.{20}/, '\n');
  for (const key of [rsa.privateKey, ours.publicKey, mangled, '', 'secret'])
    assert.throws(
      () => sign(payload, key),
      (error) => error instanceof ConfigurationError && !error.message.includes(key || '\n') && error.cause === undefined,
    );
  for (const key of [rsa.publicKey, ours.privateKey, 'secret']) assert.throws(() => open(envelope, key), ConfigurationError);
});
