import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gateArguments, gateProxy } from './browser-gate';
import { createBrowserVisitors } from './browser-visitor';
import { createScope } from './hosts';

const PROXIES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

describe('the gate of a browser', () => {
  const kept = Object.fromEntries(PROXIES.map((name) => [name, process.env[name]]));
  before(() => PROXIES.forEach((name) => delete process.env[name]));
  after(() => PROXIES.forEach((name) => kept[name] !== undefined && (process.env[name] = kept[name])));

  it('opens on the origins of the target alone', () => {
    assert.deepEqual(gateArguments(createScope('https://cible.example/', ['http://sso.example:8080'])), [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE cible.example, EXCLUDE sso.example',
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>;https://cible.example:443;wss://cible.example:443;http://sso.example:8080;ws://sso.example:8080',
    ]);
  });

  it('opens on every name of this machine, on one port', () => {
    const { server, bypass = '' } = gateProxy(createScope('http://127.0.0.1:4010/'));
    assert.equal(server, 'http://127.0.0.1:9');
    for (const name of ['127.*', 'localhost', '*.localhost', '[::1]']) assert.ok(bypass.includes(`http://${name}:4010,`), name);
    assert.ok(!bypass.split(',').includes('127.0.0.1'));
  });

  it('lets a browser through the proxy of this machine to the target, and to nobody else', async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url!.endsWith('/renvoi')) return response.writeHead(302, { location: 'http://ailleurs.test/' }).end();
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<p>Par le mandataire</p><img src="http://ailleurs.test/i">');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const visitors = await createBrowserVisitors({ baseUrl: 'http://cible.test/' });
    try {
      const visitor = await visitors.newVisitor();
      assert.equal((await visitor.open('/')).text, 'Par le mandataire');
      assert.equal((await visitor.open('/renvoi')).instead, 'outside');
      assert.deepEqual(
        asked.filter((url) => !url.startsWith('http://cible.test/')),
        [],
      );
    } finally {
      delete process.env.http_proxy;
      await visitors.close();
      proxy.close();
    }
  });
});
