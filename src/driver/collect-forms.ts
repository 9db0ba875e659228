/** Reads what the forms of a parsed page would send. Only the http driver needs it: a browser sends its forms itself. */
import type { CollectedEntry, CollectedForm, CollectedOption } from './collected';
import { inputType } from './roles';

const KINDS: Readonly<Record<string, CollectedEntry['kind']>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  submit: 'submit',
  image: 'image',
  reset: 'reset',
  button: 'button',
  hidden: 'hidden',
  file: 'file',
};

/** @param elements the elements of the page's controls, in their order. */
export function collectForms(
  document: Document,
  elements: readonly Element[],
): { forms: CollectedForm[]; entries: CollectedEntry[] } {
  const forms = Array.from(document.querySelectorAll('form'));
  const ranks = new Map(elements.map((element, rank) => [element, rank]));
  const entries = Array.from(document.querySelectorAll('input, select, textarea, button'))
    .filter((element) => !element.closest('template'))
    .map((element) => entryOf(element, forms, ranks.get(element)));
  return { forms: forms.map((form) => formOf(form, '')), entries };
}

function entryOf(element: Element, forms: readonly Element[], control: number | undefined): CollectedEntry {
  const id = element.getAttribute('form');
  const owner = id === null ? element.closest('form') : element.ownerDocument.getElementById(id);
  const form = owner ? forms.indexOf(owner) : -1;
  const kind = kindOf(element);
  const name = element.getAttribute('name');
  const override = kind === 'submit' || kind === 'image' ? formOf(element, 'form') : {};
  return {
    ...(form >= 0 && { form }),
    ...(control !== undefined && { control }),
    kind,
    ...(name && { name }),
    value: valueOf(element, kind),
    disabled: isDisabled(element),
    readOnly: element.hasAttribute('readonly'),
    checked: element.hasAttribute('checked'),
    ...(kind === 'select' && { options: optionsOf(element), multiple: element.hasAttribute('multiple') }),
    ...(Object.keys(override).length > 0 && { override }),
  };
}

function kindOf(element: Element): CollectedEntry['kind'] {
  if (element.localName === 'select') return 'select';
  if (element.localName === 'textarea') return 'multiline';
  if (element.localName === 'button') {
    const type = element.getAttribute('type')?.trim().toLowerCase();
    return type === 'reset' || type === 'button' ? type : 'submit';
  }
  return KINDS[inputType(element)] ?? 'text';
}

/** The value that a text field holds at first, or what a box or a button sends. */
export function valueOf(element: Element, kind: CollectedEntry['kind']): string {
  // HTML: a line break right after the tag of a textarea is not part of its value.
  if (kind === 'multiline') return (element.textContent ?? '').replace(/^\r?\n/, '');
  if (kind === 'select' || kind === 'file') return '';
  return element.getAttribute('value') ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : '');
}

/** @param prefix `form` for the attributes that a submit button puts in the place of its form's. */
function formOf(element: Element, prefix: '' | 'form'): CollectedForm {
  const form: Record<string, string> = {};
  for (const attribute of ['action', 'method', 'enctype'] as const) {
    const value = element.getAttribute(prefix + attribute);
    if (value !== null) form[attribute] = value;
  }
  const charset = prefix === '' ? element.getAttribute('accept-charset') : null;
  return charset === null ? form : { ...form, charset };
}

function optionsOf(select: Element): CollectedOption[] {
  return Array.from(select.querySelectorAll('option')).map((option) => {
    const text = (option.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      label: option.getAttribute('label') ?? text,
      value: option.getAttribute('value') ?? text,
      selected: option.hasAttribute('selected'),
      disabled: option.hasAttribute('disabled') || option.closest('optgroup')?.hasAttribute('disabled') === true,
    };
  });
}

function isDisabled(element: Element): boolean {
  if (element.hasAttribute('disabled')) return true;
  for (let fieldset = element.closest('fieldset[disabled]'); fieldset;) {
    const legend = Array.from(fieldset.children).find((child) => child.localName === 'legend');
    if (!legend?.contains(element)) return true;
    fieldset = fieldset.parentElement?.closest('fieldset[disabled]') ?? null;
  }
  return false;
}
