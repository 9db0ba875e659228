/**
 * Looks at a parsed source as a browser without scripts would: inline styles and the plain rules of its own `<style>`. Reads no
 * linked stylesheet.
 */
import type { View } from './collect';
import { valueOf } from './collect-forms';

interface Declared {
  display?: string;
  visibility?: string;
  position?: string;
  /** Declarations that put an element out of sight when it is positioned: `left: -9999px`, `clip: rect(0 0 0 0)`. */
  away?: boolean;
}

const INLINE = new Set(
  (
    'a abbr acronym area b bdi bdo big br canvas cite code data del dfn em font i img ins kbd label map mark output picture q s samp ' +
    'small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
);
const INLINE_BLOCK = new Set(['button', 'input', 'select', 'textarea', 'meter', 'progress']);
const NONE = new Set(['head', 'script', 'style', 'template', 'title', 'meta', 'link', 'datalist', 'base', 'param']);
const RELEVANT = /display|visibility|position|left|top|clip|text-indent/i;

/** @param document a document parsed by linkedom. */
export function createParsedView(document: Document): View {
  const rules = ruledElements(document);
  const cache = new Map<Element, Declared>();
  const declaredOf = (element: Element): Declared => {
    let declared = cache.get(element);
    if (!declared) {
      const inline = element.getAttribute('style');
      declared = { ...rules.get(element), ...(inline && RELEVANT.test(inline) ? declarations(inline) : {}) };
      cache.set(element, declared);
    }
    return declared;
  };
  const getComputedStyle = (element: Element): CSSStyleDeclaration => {
    const declared = declaredOf(element);
    const values: Record<string, string> = {
      display: declared.display ?? defaultDisplay(element),
      visibility: declared.visibility ?? '',
    };
    return { getPropertyValue: (property: string) => values[property] ?? '' } as CSSStyleDeclaration;
  };
  return {
    getComputedStyle,
    scripting: false,
    onScreen: (element) => {
      for (let up: Element | null = element; up; up = up.parentElement) {
        const { away, position } = declaredOf(up);
        if (away && (position === 'absolute' || position === 'fixed')) return false;
      }
      return true;
    },
    valueOf: (field) => {
      if (field.localName === 'select') return field.querySelector('option') ? 'chosen' : '';
      if (field.localName === 'input') return valueOf(field, 'text');
      return field.localName === 'textarea' ? valueOf(field, 'multiline') : (field.textContent ?? '');
    },
  };
}

function defaultDisplay(element: Element): string {
  const tag = element.localName;
  if (element.hasAttribute('hidden') || NONE.has(tag) || (tag === 'dialog' && !element.hasAttribute('open'))) return 'none';
  if (INLINE.has(tag)) return 'inline';
  return INLINE_BLOCK.has(tag) ? 'inline-block' : 'block';
}

/** What the page's own rules declare of each element, the most specific rule last. */
function ruledElements(document: Document): Map<Element, Declared> {
  const ruled = new Map<Element, Declared>();
  const css = Array.from(document.querySelectorAll('style'), (style) => style.textContent ?? '').join('\n');
  if (!RELEVANT.test(css)) return ruled;
  const rules = plainRules(css)
    .flatMap(({ selectors, body }) => selectors.split(',').map((selector) => ({ selector: selector.trim(), body })))
    // States (`:hover`), generated boxes and rules that depend on what a field holds say nothing of the page as it stands.
    .filter(({ selector, body }) => RELEVANT.test(body) && !/:(?!not\()|\[\s*(value|href|src|action|content)/i.test(selector))
    .map((rule, order) => ({ ...rule, order, weight: specificity(rule.selector) }))
    .sort((a, b) => a.weight - b.weight || a.order - b.order);
  for (const { selector, body } of rules) {
    const declared = declarations(body);
    for (const element of select(document, selector)) ruled.set(element, { ...ruled.get(element), ...declared });
  }
  return ruled;
}

function select(document: Document, selector: string): Element[] {
  try {
    return Array.from(document.querySelectorAll(selector));
  } catch {
    // A selector that the parser does not know: the rule is left out, as CSS itself wants.
    return [];
  }
}

/** The rules outside of any `@` block: those within depend on a medium. */
function plainRules(css: string): { selectors: string; body: string }[] {
  const rules: { selectors: string; body: string }[] = [];
  let rest = css.replace(/\/\*[^]*?\*\/|<!--|-->/g, '');
  for (;;) {
    const at = /[{;]/.exec(rest);
    if (!at) return rules;
    const head = rest.slice(0, at.index).trim();
    if (at[0] === ';') {
      rest = rest.slice(at.index + 1);
      continue;
    }
    const end = closing(rest, at.index);
    if (!head.startsWith('@')) rules.push({ selectors: head, body: rest.slice(at.index + 1, end) });
    rest = rest.slice(end + 1);
  }
}

function closing(text: string, opening: number): number {
  let depth = 0;
  for (let position = opening; position < text.length; position += 1) {
    if (text[position] === '{') depth += 1;
    if (text[position] === '}' && (depth -= 1) === 0) return position;
  }
  return text.length;
}

function specificity(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[]/g) * 100 + count(/(^|[\s>+~])[a-z]/gi);
}

function declarations(body: string): Declared {
  const declared: Declared = {};
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (property === 'display' || property === 'visibility' || property === 'position') declared[property] = value;
    if ((property === 'left' || property === 'top') && /^-\d{3,}/.test(value)) declared.away = true;
    if (property === 'clip' && /^rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01]/.test(value)) declared.away = true;
    if (property === 'clip-path' && /^inset\(\s*(50|100)%/.test(value)) declared.away = true;
  }
  return declared;
}
