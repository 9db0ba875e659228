/** Role and kind of an element as assistive technology reports them. Runs in Node and in the browser. */
import { getRole } from 'dom-accessibility-api';
import type { SeenControl } from './visitor';

const FIELD_ROLES = new Set([
  'textbox',
  'searchbox',
  'combobox',
  'listbox',
  'spinbutton',
  'slider',
  'checkbox',
  'radio',
  'switch',
]);
const BUTTON_TYPES = new Set(['submit', 'button', 'reset', 'image']);
const OTHER_TYPES: Readonly<Record<string, string>> = {
  search: 'searchbox',
  number: 'spinbutton',
  range: 'slider',
  checkbox: 'checkbox',
  radio: 'radio',
};

/** The computed role; passwords, dates and the like count as `textbox`, since a person types in them. */
export function roleOf(element: Element): string {
  if (element.localName === 'input' && !element.getAttribute('role')?.trim()) {
    const type = inputType(element);
    if (BUTTON_TYPES.has(type)) return 'button';
    return OTHER_TYPES[type] ?? (element.hasAttribute('list') ? 'combobox' : 'textbox');
  }
  return getRole(element) ?? '';
}

/** The type of an `<input>`, lower case; `text` when it has none. */
export function inputType(element: Element): string {
  return element.getAttribute('type')?.trim().toLowerCase() || 'text';
}

/** What a person can do with an element, or `undefined` when it is neither control nor image. */
export function kindOf(element: Element): SeenControl['kind'] | undefined {
  const tag = element.localName;
  const explicit = element.hasAttribute('role') || element.hasAttribute('contenteditable');
  if (!explicit && !NATIVE.has(tag)) return undefined;
  if (tag === 'input') {
    const type = inputType(element);
    if (type === 'hidden') return undefined;
    return BUTTON_TYPES.has(type) ? 'button' : 'field';
  }
  if (tag === 'select' || tag === 'textarea') return 'field';
  if (tag === 'button' || tag === 'summary') return roleOf(element) === 'link' ? 'link' : 'button';
  const role = roleOf(element);
  if (tag === 'a' || tag === 'area') {
    if (role === 'button') return 'button';
    return element.hasAttribute('href') || role === 'link' ? 'link' : undefined;
  }
  if (tag === 'img' || tag === 'svg' || tag === 'canvas') return role === 'button' || role === 'link' ? role : 'image';
  if (role === 'button' || role === 'link') return role;
  if (role === 'img' || role === 'image') return 'image';
  if (FIELD_ROLES.has(role)) return 'field';
  return element.getAttribute('contenteditable') === 'true' || element.getAttribute('contenteditable') === ''
    ? 'field'
    : undefined;
}

const NATIVE = new Set(['a', 'area', 'button', 'input', 'select', 'textarea', 'summary', 'img', 'svg', 'canvas']);
