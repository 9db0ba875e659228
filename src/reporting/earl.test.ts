import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsonld from 'jsonld';
import { OUTCOMES } from '../verdict/outcomes';
import { renderEarl } from './earl';
import { chapters } from './record-findings';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

const EARL = 'http://www.w3.org/ns/earl#';
const DCTERMS = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

interface Triple {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string; readonly termType: string };
}

const refuseNetwork = (url: string): Promise<never> => Promise.reject(new Error(`the network was asked for ${url}`));

/** What a reader of RDF that has no network makes of it. */
async function triplesOf(record: RunRecord): Promise<Triple[]> {
  const document = JSON.parse(renderEarl(record)) as jsonld.JsonLdDocument;
  // Safe: what would be lost on the way is an error. The types do not know that option.
  const options = { documentLoader: refuseNetwork, safe: true } as jsonld.Options.ToRdf;
  return (await jsonld.toRDF(document, options)) as unknown as Triple[];
}

const withPredicate = (triples: readonly Triple[], predicate: string) =>
  triples.filter((one) => one.predicate.value === predicate);
const typed = (triples: readonly Triple[], type: string) =>
  withPredicate(triples, TYPE).filter(({ object }) => object.value === `${EARL}${type}`);

test('earl: one assertion a requirement, by the suite, on the target, with its outcome', async () => {
  for (const record of Object.values(runs)) {
    const triples = await triplesOf(record);
    const number = record.requirements.length;
    assert.equal(typed(triples, 'Assertion').length, number);
    assert.equal(typed(triples, 'TestResult').length, number);
    assert.equal(typed(triples, 'TestRequirement').length, number + chapters(record).length);
    for (const outcome of OUTCOMES) {
      const found = withPredicate(triples, `${EARL}outcome`).filter(({ object }) => object.value === `${EARL}${outcome}`);
      assert.equal(found.length, record.requirements.filter((one) => one.outcome === outcome).length, outcome);
    }
    for (const property of ['assertedBy', 'subject', 'mode', 'test', 'result', 'outcome']) {
      const own = withPredicate(triples, `${EARL}${property}`);
      assert.equal(own.length, number, property);
      assert.ok(own.every(({ object }) => object.termType !== 'Literal'));
    }
    const [subject, assertor] = ['subject', 'assertedBy'].map((name) => {
      const values = new Set(withPredicate(triples, `${EARL}${name}`).map(({ object }) => object.value));
      assert.equal(values.size, 1);
      return [...values][0];
    });
    assert.ok(typed(triples, 'TestSubject').some((one) => one.subject.value === subject));
    assert.ok(typed(triples, 'Software').some((one) => one.subject.value === assertor));
  }
});

test('earl: a requirement has its id, its citation and its chapter; a failure says what was expected and seen', async () => {
  const triples = await triplesOf(runs.failing);
  const about = (subject: string | undefined, property: string) =>
    withPredicate(triples, property).find((one) => one.subject.value === subject)?.object.value;
  const own = withPredicate(triples, `${DCTERMS}identifier`).find(({ object }) => object.value === 'MPO-1.3-3')?.subject.value;
  assert.equal(about(own, `${DCTERMS}source`), 'et comporter 20 caractères au minimum.');
  assert.equal(about(about(own, `${DCTERMS}isPartOf`), `${DCTERMS}identifier`), '1.3');
  const assertion = withPredicate(triples, `${EARL}test`).find(({ object }) => object.value === own)?.subject.value;
  const info = about(about(assertion, `${EARL}result`), `${EARL}info`) ?? '';
  assert.match(info, /^attendu : un mot de passe de moins de 20[^]*observé : le récapitulatif[^]*preuve : POST/);
  assert.equal(withPredicate(triples, 'http://xmlns.com/foaf/0.1/homepage')[0]?.object.value, 'https://preprod.example/');
  assert.equal(withPredicate(triples, `${DCTERMS}hasVersion`)[0]?.object.value, '0.1.0');
});

test('earl: what a target says stays text, and adds no statement', async () => {
  const [plain, hostile] = await Promise.all([runs.failing, spoilRecord(runs.failing)].map(triplesOf));
  const shape = (triples: readonly Triple[] = []) =>
    triples.map(({ predicate, object }) => `${predicate.value} ${object.termType}`).sort();
  const added = shape(hostile).length - shape(plain).length;
  // Requirements of no scenario had no reason to give; a citation of none is now one.
  assert.ok(added >= 0 && added <= runs.failing.requirements.length, `${added} statements more`);
  assert.ok((hostile ?? []).every(({ object }) => !/[\u0000\u001b\ud800-\udfff]/u.test(object.value)));
  const strange = { ...runs.failing.target, baseUrl: '_:suite' };
  assert.equal(
    withPredicate(await triplesOf({ ...runs.failing, target: strange }), 'http://xmlns.com/foaf/0.1/homepage').length,
    0,
  );
});
