import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCookieJar } from './cookie-jar';

const at = (address: string): URL => new URL(address);
const home = at('https://cible.test/a/b');

describe('cookie jar', () => {
  const sentAfter = (lines: string[], to = home, from = home): string => {
    const jar = createCookieJar(() => 1_000_000);
    jar.store(from, lines);
    return jar.header(to);
  };

  it('gives back what it was given, longer paths first', () => {
    assert.equal(sentAfter(['a=1; Path=/', 'b=2', 'c=x=y; Path=/a/b']), 'c=x=y; b=2; a=1');
    assert.equal(sentAfter(['a=1; Path=/', 'a=2; Path=/', 'sans-valeur', ' = ; Path=/']), 'a=2; ');
  });

  it('keeps to the host unless a domain is named', () => {
    assert.equal(sentAfter(['a=1; Path=/'], at('https://www.cible.test/')), '');
    assert.equal(sentAfter(['a=1; Path=/; Domain=.cible.test'], at('https://www.cible.test/')), 'a=1');
    assert.equal(sentAfter(['a=1; Path=/; Domain=autre.test'], at('https://autre.test/')), '');
    assert.equal(sentAfter(['a=1; Path=/; Domain=ible.test'], at('https://ible.test/')), '');
    assert.equal(sentAfter(['a=1; Path=/; Domain=0.0.1'], at('http://127.0.0.1/'), at('http://127.0.0.1/')), '');
  });

  it('keeps to the path, by whole segments', () => {
    assert.equal(sentAfter(['a=1; Path=/a'], at('https://cible.test/ab')), '');
    assert.equal(sentAfter(['a=1; Path=/a'], at('https://cible.test/a/c')), 'a=1');
    assert.equal(sentAfter(['a=1'], at('https://cible.test/')), '');
    assert.equal(sentAfter(['a=1; Path=relatif'], at('https://cible.test/a/c')), 'a=1');
  });

  it('sends a secure cookie over TLS, and on this machine', () => {
    assert.equal(sentAfter(['a=1; Secure; Path=/'], at('http://cible.test/')), '');
    assert.equal(sentAfter(['a=1; Secure; Path=/'], home, at('http://cible.test/')), '');
    const local = at('http://127.0.0.1:8080/');
    assert.equal(sentAfter(['__Host-a=1; Secure; Path=/'], local, local), '__Host-a=1');
    assert.equal(sentAfter(['__Host-a=1; Path=/', '__Secure-b=1', '__Host-c=1; Secure; Path=/a']), '');
  });

  it('forgets what has expired or is deleted', () => {
    assert.equal(sentAfter(['a=1; Path=/', 'a=; Path=/; Max-Age=0']), '');
    assert.equal(sentAfter(['a=1; Path=/', 'a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT']), '');
    assert.equal(
      sentAfter(['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60', 'b=2; Expires=demain; Max-Age=soon']),
      'a=1; b=2',
    );
    let now = 0;
    const jar = createCookieJar(() => now);
    jar.store(home, ['a=1; Max-Age=10']);
    now = 9_999;
    assert.equal(jar.header(home), 'a=1');
    now = 10_000;
    assert.equal(jar.header(home), '');
  });

  it('forgets all when told', () => {
    const jar = createCookieJar(() => 0);
    jar.store(home, ['a=1']);
    jar.clear();
    assert.equal(jar.header(home), '');
  });
});
