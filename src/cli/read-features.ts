/** Reads the features as Cucumber does, without running any. Knows no target. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import { IdGenerator, SourceMediaType, type Envelope } from '@cucumber/messages';
import type { FeatureDocument } from '../reporting/docs/features';
import { createGherkinIndex } from '../reporting/gherkin-index';
import { createIdentities, featurePath, scenarioName } from '../reporting/scenario-identity';
import type { TracedScenario } from '../reporting/trace-matrix';

/** What the features declare; each error names a file, and the line where it can. */
export interface ReadFeatures {
  /** As written, in the order of their paths. */
  readonly documents: readonly FeatureDocument[];
  /** As Cucumber runs them: the rows of outlines one by one. */
  readonly scenarios: readonly TracedScenario[];
  readonly errors: readonly string[];
}

/** Reads `features/` under this folder. */
export async function readFeatures(cwd: string): Promise<ReadFeatures> {
  const folder = join(cwd, 'features');
  let paths: readonly string[];
  try {
    paths = await featureFiles(folder);
  } catch (error) {
    return { documents: [], scenarios: [], errors: [`${folder} : dossier illisible (${(error as Error).message})`] };
  }
  // Fail closed: without features there is nothing to trace.
  if (paths.length === 0) return { documents: [], scenarios: [], errors: [`${folder} : aucun fichier .feature`] };
  const nextId = createIdentities();
  const read: ReadFeatures[] = [];
  for (const path of paths) read.push(await readFeature(path, relative(cwd, path), nextId));
  return {
    documents: read.flatMap(({ documents }) => documents),
    scenarios: read.flatMap(({ scenarios }) => scenarios),
    errors: read.flatMap(({ errors }) => errors),
  };
}

async function readFeature(path: string, uri: string, nextId: ReturnType<typeof createIdentities>): Promise<ReadFeatures> {
  const feature = featurePath(uri);
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    return { documents: [], scenarios: [], errors: [`${feature} : fichier illisible (${(error as Error).message})`] };
  }
  const envelopes = compile(source, uri);
  const errors = envelopes.flatMap(({ parseError, pickle }) => {
    if (parseError) return [`${feature}:${parseError.source.location?.line ?? 1} : ${parseError.message}`];
    // A slip in the first keyword turns the steps into a description: such a scenario would verify its sentence without a step.
    if (pickle?.steps.length === 0) return [`${feature}:${pickle.location?.line ?? 1} : scénario sans étape : ${pickle.name}`];
    return [];
  });
  if (errors.length > 0) return { documents: [], scenarios: [], errors };
  const documents = envelopes.flatMap(({ gherkinDocument }) =>
    gherkinDocument ? [{ file: feature, document: gherkinDocument }] : [],
  );
  return { documents, scenarios: toScenarios(envelopes, feature, nextId), errors };
}

/** The rows of outlines one by one, with the tags they inherit from feature, rule and examples, as Cucumber will run them. */
function compile(source: string, uri: string): readonly Envelope[] {
  return generateMessages(source, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    defaultDialect: 'en',
    includeGherkinDocument: true,
    includePickles: true,
    includeSource: false,
    newId: IdGenerator.incrementing(),
  });
}

function toScenarios(
  envelopes: readonly Envelope[],
  feature: string,
  nextId: ReturnType<typeof createIdentities>,
): TracedScenario[] {
  const index = createGherkinIndex();
  for (const { gherkinDocument } of envelopes) if (gherkinDocument) index.add(gherkinDocument);
  return envelopes.flatMap(({ pickle }) => {
    if (!pickle) return [];
    const origin = index.origin(pickle);
    return [
      {
        id: nextId(feature, origin),
        name: scenarioName(pickle.name, origin),
        feature,
        line: origin.line,
        tags: pickle.tags.map(({ name }) => name),
      },
    ];
  });
}

async function featureFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.feature'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
