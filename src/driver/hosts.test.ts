import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScope } from './hosts';

const judge = (baseUrl: string, allowed: readonly string[], inside: readonly string[], outside: readonly string[]): void => {
  const scope = createScope(baseUrl, allowed);
  for (const address of inside) assert.ok(scope.includes(address), `${address} is inside ${baseUrl}`);
  for (const address of outside) assert.ok(!scope.includes(address), `${address} is outside ${baseUrl}`);
};

test('a target is its scheme, its host and its port', () => {
  judge(
    'https://cible.example/espace/',
    [],
    ['https://cible.example/', 'https://cible.example:443/x?y#z', 'https://CIBLE.example/a'],
    [
      'http://cible.example/',
      'https://cible.example:8443/',
      'https://www.cible.example/',
      'https://cible.example.org/',
      'https://autre.example/',
    ],
  );
  judge(
    'http://cible.example:8080/',
    [],
    ['http://cible.example:8080/'],
    ['http://cible.example/', 'https://cible.example:8080/'],
  );
});

test('a target on http may move its visitors to https', () => {
  judge('http://cible.example/', [], ['http://cible.example/', 'https://cible.example/'], ['https://cible.example:8443/']);
});

test('every name of this machine stands for the others, on the same port', () => {
  judge(
    'http://127.0.0.1:4010/',
    [],
    ['http://localhost:4010/', 'http://[::1]:4010/', 'http://127.0.0.2:4010/', 'http://sous.localhost:4010/'],
    ['http://localhost:4011/', 'http://127.0.0.1/', 'https://localhost:4010/', 'http://127.0.0.1.example:4010/'],
  );
});

test('further origins are let in when listed', () => {
  judge(
    'https://cible.example/',
    ['https://connexion.example:8443', 'http://localhost:9000/'],
    ['https://cible.example/', 'https://connexion.example:8443/entrer', 'http://127.0.0.1:9000/'],
    ['https://connexion.example/', 'http://localhost:9001/'],
  );
});

test('what is no web address is outside', () => {
  judge(
    'https://cible.example/',
    [],
    [],
    ['', 'cible.example', 'javascript:alert(1)', 'file:///etc/hosts', 'http://[', 'data:,x'],
  );
});

test('what is no origin is refused, and no secret is quoted', () => {
  const refused = (given: string): string => {
    try {
      createScope('https://cible.example/', ['https://a.example', given]);
    } catch (error) {
      assert.equal((error as Error).name, 'ConfigurationError');
      return (error as Error).message;
    }
    return assert.fail(`${given} was accepted`);
  };
  for (const given of ['connexion.example', 'ftp://a.example', 'https://a.example/entrer', 'https://*.example', '*', '']) {
    assert.match(refused(given), /^allowedOrigins\[1\], given ".*", accepted: a scheme, a host and a port alone/);
  }
  assert.match(refused('https://moi:secret@a.example'), /given "…@a\.example"/);
  assert.match(refused('https://a.example/?jeton=secret'), /given "https:\/\/a\.example\/…"/);
});
