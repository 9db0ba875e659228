/** The features as they are read by people: outlines whole, with their examples, and what each scenario verifies. Reads no file. */
import type { Background, Examples, GherkinDocument, Rule, Scenario, Step, Tag } from '@cucumber/messages';
import type { TracedScenario } from '../trace-matrix';

/** A feature file, parsed. */
export interface FeatureDocument {
  /** `features/1-1-objet-de-la-fiche.feature`. */
  readonly file: string;
  readonly document: GherkinDocument;
}

export interface FeatureView {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly background: readonly Step[];
  readonly rules: readonly RuleView[];
}

/** A rule, or the scenarios of a feature that stand under none. */
export interface RuleView {
  readonly id: string;
  readonly name?: string;
  readonly description: string;
  readonly background: readonly Step[];
  readonly scenarios: readonly ScenarioView[];
}

export interface ScenarioView {
  /** That of a run’s report; for an outline, whose rows have theirs, one of its own. */
  readonly id: string;
  readonly keyword: string;
  readonly name: string;
  readonly description: string;
  /** With those of feature and rule, without the `@`. */
  readonly tags: readonly string[];
  readonly line: number;
  readonly steps: readonly Step[];
  readonly examples: readonly ExamplesView[];
}

export interface ExamplesView {
  readonly name: string;
  readonly tags: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** @param scenarios the same features as Cucumber runs them: they give the ids. */
export function viewFeatures(documents: readonly FeatureDocument[], scenarios: readonly TracedScenario[]): FeatureView[] {
  const ids = new Map(scenarios.map(({ id, feature, line }) => [`${feature}:${line}`, id]));
  return documents.flatMap(({ file, document: { feature } }) => {
    if (feature === undefined) return [];
    const id = file.replace(/^features\//, '').replace(/\.feature$/, '');
    const idAt: IdAt = (line) => ids.get(`${file}:${line}`) ?? `${id}-${line}`;
    const tags = namesOf(feature.tags);
    const loose = feature.children.flatMap(({ scenario }) => (scenario ? [viewScenario(scenario, tags, idAt)] : []));
    const rules = feature.children.flatMap(({ rule }) => (rule ? [rule] : []));
    return [
      {
        id,
        file,
        name: feature.name,
        description: tidy(feature.description),
        background: stepsOf(feature.children),
        rules: [
          ...(loose.length > 0 ? [{ id: `${id}-0`, description: '', background: [], scenarios: loose }] : []),
          ...rules.map((rule, rank) => viewRule(rule, `${id}-${rank + 1}`, tags, idAt)),
        ],
      },
    ];
  });
}

/** The scenarios that verify this requirement, recommendation or reading, whole or by some of their rows. */
export function scenariosOf(features: readonly FeatureView[], id: string): readonly ScenarioView[] {
  const all = features.flatMap(({ rules }) => rules.flatMap(({ scenarios }) => scenarios));
  return all.filter(({ tags, examples }) => tags.includes(id) || examples.some((block) => block.tags.includes(id)));
}

type IdAt = (line: number) => string;

function viewRule(rule: Rule, id: string, inherited: readonly string[], idAt: IdAt): RuleView {
  const tags = [...inherited, ...namesOf(rule.tags)];
  return {
    id,
    name: rule.name,
    description: tidy(rule.description),
    background: stepsOf(rule.children),
    scenarios: rule.children.flatMap(({ scenario }) => (scenario ? [viewScenario(scenario, tags, idAt)] : [])),
  };
}

function viewScenario(scenario: Scenario, inherited: readonly string[], idAt: IdAt): ScenarioView {
  const { keyword, name, description, location, steps } = scenario;
  const examples = scenario.examples.map((block) => viewExamples(block, idAt));
  const firstRow = examples.flatMap(({ rows }) => rows)[0];
  return {
    id: firstRow === undefined ? idAt(location.line) : `plan-${firstRow.id}`,
    keyword: keyword.trim(),
    name,
    description: tidy(description),
    tags: [...new Set([...inherited, ...namesOf(scenario.tags)])],
    line: location.line,
    steps,
    examples,
  };
}

function viewExamples({ name, tags, tableHeader, tableBody }: Examples, idAt: IdAt): ExamplesView {
  return {
    name,
    tags: namesOf(tags),
    header: tableHeader?.cells.map(({ value }) => value) ?? [],
    rows: tableBody.map(({ location, cells }) => ({ id: idAt(location.line), cells: cells.map(({ value }) => value) })),
  };
}

function stepsOf(children: readonly { readonly background?: Background }[]): readonly Step[] {
  return children.flatMap(({ background }) => background?.steps ?? []);
}

function namesOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name.replace(/^@/, ''));
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
