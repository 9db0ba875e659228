// A single-page application: a shell, a script that draws every screen, a JSON back end, and an oracle for its CAPTCHA.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { DeploymentOptions, ExampleDeployment, StartedDeployment } from '../contract';
import { AccountBook } from './accounts';
import { CaptchaPress } from './captcha';
import { captchaOracle } from './captcha-oracle';
import { faults, faultSwitch } from './faults';
import { Outbox } from './outbox';
import { SessionStore } from './sessions';
import { createSite } from './site';

export const deployment: ExampleDeployment = { name: 'application', driver: 'browser', faults, start };

async function start({ accounts: seeds, smtp, fault: chosen, port = 0 }: DeploymentOptions): Promise<StartedDeployment> {
  const fault = faultSwitch(chosen);
  const accounts = new AccountBook(seeds, fault);
  const press = new CaptchaPress(fault);
  const outbox = new Outbox(smtp, accounts, fault);
  const site = await listen(createSite({ accounts, sessions: new SessionStore(), press, outbox, fault }), port);
  const oracle = await listen(captchaOracle(press), 0);
  return {
    url: addressOf(site),
    captcha: `{ strategy: http, url: ${addressOf(oracle)} }`,
    async close() {
      await Promise.all([end(site), end(oracle)]);
      await outbox.close();
    },
  };
}

function listen(app: Hono, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
