import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import type { Page as Tab, Request, Response } from 'playwright';
import { BrowserRecorder } from './browser-recorder';

/** A tab that asks for a document, gets a reply without a body, and refuses it. */
function refusing(status: number, errorText: string): BrowserRecorder {
  const frame = {};
  const tab = Object.assign(new EventEmitter(), { mainFrame: () => frame });
  const recorder = new BrowserRecorder(tab as unknown as Tab, Date.now);
  const request = {
    url: () => 'http://cible.test/x',
    method: () => 'GET',
    headers: () => ({}),
    postData: () => null,
    resourceType: () => 'document',
    isNavigationRequest: () => true,
    frame: () => frame,
    redirectedFrom: () => null,
    failure: () => ({ errorText }),
  } as unknown as Request;
  const response = { request: () => request, status: () => status, headers: () => ({}) } as unknown as Response;
  tab.emit('request', request);
  tab.emit('response', response);
  tab.emit('requestfailed', request);
  return recorder;
}

test('an error in no words, for which Chrome shows a page of its own, is still the answer of the server', () => {
  const recorder = refusing(500, 'net::ERR_HTTP_RESPONSE_CODE_FAILURE');
  assert.equal(recorder.document?.status(), 500);
  assert.deepEqual(
    [recorder.failed, recorder.pending, recorder.broken, recorder.arrived],
    [undefined, undefined, undefined, true],
  );
});

test('any other failure is one, with its reason', () => {
  const recorder = refusing(200, 'net::ERR_CONNECTION_RESET');
  assert.equal(recorder.document, undefined);
  assert.deepEqual(recorder.failed, { url: 'http://cible.test/x', error: 'net::ERR_CONNECTION_RESET' });
});

test('what the browser gave up leaves the page as it was', () => {
  const recorder = refusing(200, 'net::ERR_ABORTED');
  assert.deepEqual([recorder.document, recorder.failed, recorder.pending], [undefined, undefined, undefined]);
});
