/** Finds, for a pickle, what only the Gherkin document knows: keywords, rule, example row. Knows nothing of results. */
import type { Examples, GherkinDocument, Pickle, PickleStep, Scenario, Step } from '@cucumber/messages';

/** Where a pickle comes from. */
export interface Origin {
  readonly feature: string;
  readonly rule?: string;
  /** Name of the scenario as written, with its `<placeholders>`. */
  readonly template: string;
  /** Column and value of the example row; empty for a plain scenario. */
  readonly example: readonly (readonly [column: string, value: string])[];
  readonly line: number;
}

export interface GherkinIndex {
  add(document: GherkinDocument): void;
  origin(pickle: Pickle): Origin;
  /** `Quand`, `Alors`…, blanks trimmed. */
  keyword(step: PickleStep): string;
}

interface Place {
  readonly feature: string;
  readonly rule?: string;
  readonly scenario: Scenario;
}

export function createGherkinIndex(): GherkinIndex {
  const places = new Map<string, Place>();
  const rows = new Map<string, { readonly examples: Examples; readonly rank: number }>();
  const keywords = new Map<string, string>();

  function addSteps(steps: readonly Step[] | undefined): void {
    for (const step of steps ?? []) keywords.set(step.id, step.keyword.trim());
  }

  function addScenario(place: Place): void {
    places.set(place.scenario.id, place);
    addSteps(place.scenario.steps);
    for (const examples of place.scenario.examples) {
      examples.tableBody.forEach((row, rank) => rows.set(row.id, { examples, rank }));
    }
  }

  return {
    add({ feature }) {
      for (const child of feature?.children ?? []) {
        const name = feature?.name ?? '';
        addSteps(child.background?.steps);
        if (child.scenario) addScenario({ feature: name, scenario: child.scenario });
        for (const inner of child.rule?.children ?? []) {
          addSteps(inner.background?.steps);
          if (inner.scenario) addScenario({ feature: name, rule: child.rule?.name ?? '', scenario: inner.scenario });
        }
      }
    },
    origin(pickle) {
      const place = pickle.astNodeIds.map((id) => places.get(id)).find((found) => found !== undefined);
      const row = pickle.astNodeIds.map((id) => rows.get(id)).find((found) => found !== undefined);
      const header = row?.examples.tableHeader?.cells ?? [];
      const cells = row?.examples.tableBody[row.rank]?.cells ?? [];
      return {
        feature: place?.feature ?? pickle.uri,
        ...(place?.rule && { rule: place.rule }),
        template: place?.scenario.name ?? pickle.name,
        example: header.map(({ value }, rank) => [value, cells[rank]?.value ?? ''] as const),
        line: pickle.location?.line ?? place?.scenario.location.line ?? 0,
      };
    },
    keyword: (step) => step.astNodeIds.map((id) => keywords.get(id)).find((found) => found !== undefined) ?? '',
  };
}
