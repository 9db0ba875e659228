/** What a field holds once a person has typed in it. Knows no page. */
import type { CollectedEntry } from './collected';
import { unusable } from './unavailable';
import type { SeenControl } from './visitor';
import { collapse } from './words';

/**
 * @returns the new value, cut by `maxlength` and without what the field cannot hold; `undefined` when it takes nothing (read only,
 * disabled). Of a list: the value of the option that bears the text.
 * @throws ControlUnusable for a control that takes no text, or an option that the list has not.
 */
export function fillField(entry: CollectedEntry | undefined, control: SeenControl, text: string): string | undefined {
  if (!entry || !control.visible) throw unusable(control, 'ne reçoit pas de texte');
  if (entry.readOnly || entry.disabled || !control.enabled) return undefined;
  switch (entry.kind) {
    case 'text':
      return cut(sanitize(text, control.inputType ?? 'text'), control.maxLength);
    case 'multiline':
      return cut(text.replace(/\r\n?/g, '\n'), control.maxLength);
    case 'select': {
      const option = entry.options?.find(({ label, value }) => collapse(label) === collapse(text) || value === text);
      if (!option) throw unusable(control, 'n’a pas l’option demandée');
      return option.value;
    }
    default:
      throw unusable(control, 'ne reçoit pas de texte');
  }
}

/** HTML, « value sanitization »: one line, and of an address or a number only what it may hold. */
function sanitize(text: string, inputType: string): string {
  const line = text.replace(/[\r\n]/g, '');
  if (inputType === 'email' || inputType === 'url') return line.trim();
  return inputType === 'number' && !/^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(line) ? '' : line;
}

/** HTML: `maxlength` counts UTF-16 code units. */
function cut(text: string, maxLength: number | undefined): string {
  return maxLength === undefined ? text : text.slice(0, maxLength);
}
