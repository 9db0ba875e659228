/** A page as one tab of the http driver holds it: what was read, and what a person filled in since. Sends nothing. */
import type { CollectedDocument, CollectedEntry } from './collected';
import { lookOf, withLook } from './look';
import type { Arrival } from './navigate';
import { rankOf } from './same-control';
import { fillField } from './typing';
import { gone } from './unavailable';
import type { Page, SeenControl, SeenImage } from './visitor';

export class ShownPage {
  /** By the rank of the entry. */
  readonly typed = new Map<number, string>();
  readonly checked = new Map<number, boolean>();
  /** By address; `undefined` for one that did not come. */
  readonly images = new Map<string, SeenImage | undefined>();
  page: Page;

  constructor(readonly arrival: Arrival) {
    this.page = arrival.page;
  }

  get document(): CollectedDocument {
    return this.arrival.document;
  }

  /** @throws ControlUnusable when the control is no longer there. */
  locate(seen: SeenControl): SeenControl {
    const found = this.page.controls[rankOf(seen, this.page.controls)];
    if (!found) throw gone(seen, this.page.url);
    return found;
  }

  /** The rank of what a control sends, -1 when it sends nothing. */
  entryOf(control: SeenControl): number {
    return this.document.entries.findIndex((entry) => entry.control === control.index);
  }

  type(control: SeenControl, text: string): void {
    const rank = this.entryOf(control);
    const value = fillField(this.document.entries[rank], control, text);
    if (value === undefined) return;
    this.typed.set(rank, value);
    this.fill((other) => (other.index === control.index ? value !== '' : other.filled));
  }

  /** Ticks a box or takes it back; of radio buttons, the others are let go. */
  tick(rank: number): void {
    const { entries } = this.document;
    const entry = entries[rank]!;
    const grouped = (other: CollectedEntry): boolean =>
      other.kind === 'radio' && entry.kind === 'radio' && other.form === entry.form && other.name === entry.name;
    const before = this.checked.get(rank) ?? entry.checked;
    entries.forEach((other, index) => grouped(other) && this.checked.set(index, false));
    this.checked.set(rank, entry.kind === 'radio' || !before);
    const ranks = new Map(entries.map((other, index) => [other.control, index]));
    this.fill((control) => this.checked.get(ranks.get(control.index) ?? -1) ?? control.filled);
  }

  /** Gives the fields of a form what they held at first. */
  reset(form: number | undefined): void {
    this.document.entries.forEach((entry, rank) => {
      if (entry.form !== form) return;
      this.typed.delete(rank);
      this.checked.delete(rank);
    });
    this.fill((control) => (control.form === form ? this.document.controls[control.index]?.filled : control.filled));
  }

  private fill(filledOf: (control: SeenControl) => boolean | undefined): void {
    const controls = this.page.controls.map((control) => {
      const filled = filledOf(control);
      return filled === undefined || filled === control.filled ? control : { ...control, filled };
    });
    this.page = withLook({ ...this.page, controls }, lookOf(this.page));
  }
}
