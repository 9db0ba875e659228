/**
 * Reads a document into data: text, alerts, controls with their roles and accessible names. One code for both drivers: it runs on
 * a parsed source in Node and, bundled, inside the browser. Knows neither the fiche nor how the page came.
 */
import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api';
import type { Collected } from './collected';
import { keepsApart, messageText } from './message-text';
import { inputType, kindOf, roleOf } from './roles';
import type { SeenControl } from './visitor';
import { collapse } from './words';

/** How a document is looked at: what its styles come to, and what stands out of sight. */
export interface View {
  getComputedStyle(element: Element): CSSStyleDeclaration;
  /** False for an element without size or off the screen, whatever its `display`. */
  onScreen(element: Element): boolean;
  /** The value that a field holds now. */
  valueOf(field: Element): string;
  /** Whether scripts run, so that `<noscript>` is not shown. */
  readonly scripting: boolean;
}

interface Surroundings {
  readonly visible: boolean;
  readonly visibility: string;
  readonly form: Element | undefined;
  readonly disabled: boolean;
  readonly noscript: boolean;
}

const UNSEEN = new Set([
  'head',
  'script',
  'style',
  'template',
  'title',
  'datalist',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
]);
const LIVE = new Set(['alert', 'status', 'log']);
const START: Surroundings = { visible: true, visibility: 'visible', form: undefined, disabled: false, noscript: false };

/** @returns the page as data, each control with the CSS selectors that it matches, and the elements of the controls in their order. */
export function collectPage(
  document: Document,
  view: View,
  selectors: readonly string[] = [],
): { page: Collected; elements: Element[] } {
  const collector = new Collector(document, view);
  document.childNodes.forEach((node) => collector.walk(node, START));
  const [page, elements] = [collector.page(), collector.elements];
  if (selectors.length === 0) return { page, elements };
  const controls = page.controls.map((control) => {
    const own = selectors.filter((selector) => elements[control.index]?.matches(selector));
    return own.length === 0 ? control : { ...control, selectors: own };
  });
  return { page: { ...page, controls }, elements };
}

class Collector {
  readonly elements: Element[] = [];
  private readonly controls: SeenControl[] = [];
  private readonly forms: Element[];
  private readonly modals: Element[] = [];
  private readonly alerts = new Set<string>();
  private text = '';
  private scripted = false;
  private actionable = false;

  constructor(
    private readonly document: Document,
    private readonly view: View,
  ) {
    this.forms = Array.from(document.querySelectorAll('form'));
  }

  page(): Collected {
    const { document } = this;
    const attribute = (selector: string, name: string): string | undefined =>
      document.querySelector(selector)?.getAttribute(name) ?? undefined;
    const refresh = Array.from(document.querySelectorAll('meta[http-equiv]')).find((meta) => isRefresh(meta));
    const base = attribute('base[href]', 'href');
    return {
      title: collapse(document.querySelector('title')?.textContent ?? ''),
      lang: attribute('html', 'lang') ?? '',
      ...(base !== undefined && { base }),
      ...(refresh && { refresh: refresh.getAttribute('content') ?? '' }),
      text: collapse(this.text),
      alerts: [...this.alerts],
      controls: this.modals.length > 0 ? this.behindModal() : this.controls,
      scripted: this.scripted,
      actionable: this.actionable,
    };
  }

  walk(node: Node, around: Surroundings): void {
    if (node.nodeType === 3) {
      if (around.visible && around.visibility === 'visible') this.text += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = element.localName;
    if (tag === 'script') this.scripted ||= isScript(element);
    if (tag === 'noscript' && this.view.scripting) return;
    const style = this.view.getComputedStyle(element);
    const display = style.getPropertyValue('display');
    const here = this.surroundings(element, tag, around, display, style.getPropertyValue('visibility'));
    const kind = kindOf(element);
    if (kind) this.add(element, kind, here);
    this.noteModal(element, tag, here);
    if (UNSEEN.has(tag) && tag !== 'head') return;
    // The page's own blanks are collapsed later: what matters here is that two blocks never run together.
    const separates = keepsApart(element, display);
    if (separates) this.text += ' ';
    const start = this.text.length;
    if (tag === 'option' && !element.hasAttribute('selected')) return;
    if (tag !== 'textarea' && tag !== 'svg') this.walkChildren(element, tag, here);
    if (isLive(element, tag)) this.addAlert(this.text.slice(start));
    if (separates) this.text += ' ';
  }

  private walkChildren(element: Element, tag: string, here: Surroundings): void {
    element.shadowRoot?.childNodes.forEach((child) => this.walk(child, here));
    const folded = tag === 'details' && !element.hasAttribute('open');
    let legend = tag === 'fieldset';
    element.childNodes.forEach((child) => {
      const name = (child as Element).localName;
      if (folded && name !== 'summary') return this.walk(child, { ...here, visible: false });
      // HTML: what stands in the first legend of a disabled fieldset stays enabled.
      if (legend && name === 'legend') {
        legend = false;
        return this.walk(child, { ...here, disabled: isInert(element) });
      }
      this.walk(child, here);
    });
  }

  private surroundings(element: Element, tag: string, around: Surroundings, display: string, visibility: string): Surroundings {
    const disabled = isInert(element) || (tag === 'fieldset' && element.hasAttribute('disabled'));
    return {
      visible: around.visible && display !== 'none',
      visibility: visibility || around.visibility,
      form: tag === 'form' ? element : around.form,
      disabled: around.disabled || disabled,
      noscript: around.noscript || tag === 'noscript',
    };
  }

  private add(element: Element, kind: SeenControl['kind'], here: Surroundings): void {
    const visible = here.visible && here.visibility === 'visible' && this.view.onScreen(element);
    const role = roleOf(element);
    const disabled = here.disabled || element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
    const owner = this.ownerOf(element, here.form);
    const submits = owner !== undefined && isSubmit(element);
    const control: SeenControl = {
      index: this.elements.length,
      kind,
      role,
      name: this.nameOf(element),
      description: this.descriptionOf(element),
      visible,
      enabled: !disabled,
      ...(owner !== undefined && { form: owner }),
      ...(submits && { submits }),
      ...(kind === 'field' && this.fieldOf(element)),
      ...attributeAs('href', element, kind !== 'image' && kind !== 'field' ? 'href' : undefined),
      ...(kind === 'image' && { src: sourceOf(element) }),
    };
    this.elements.push(element);
    this.controls.push(control);
    // A link offered to those who have no script is no page to act on.
    if (visible && kind !== 'image' && (kind === 'field' || !here.noscript)) this.actionable = true;
    if (kind === 'field' && visible) this.addFieldErrors(element);
  }

  private fieldOf(element: Element): Partial<SeenControl> {
    const tag = element.localName;
    const maxLength = Number.parseInt(element.getAttribute('maxlength') ?? '', 10);
    const checkable = ['checkbox', 'radio'].includes(inputType(element));
    return {
      inputType: tag === 'input' ? inputType(element) : tag,
      ...attributeAs('autocomplete', element, 'autocomplete'),
      ...(maxLength >= 0 && { maxLength }),
      filled: checkable ? element.hasAttribute('checked') : this.view.valueOf(element) !== '',
    };
  }

  private nameOf(element: Element): string {
    // HTML: a submit button without a value shows the browser's own word, which accname libraries give in English.
    if (element.localName === 'input' && !element.getAttribute('value')?.trim() && !element.hasAttribute('aria-label')) {
      const type = inputType(element);
      if (type === 'submit') return 'Envoyer';
      if (type === 'reset') return 'Réinitialiser';
    }
    const options = { getComputedStyle: this.styleOf, computedStyleSupportsPseudoElements: false };
    const name = collapse(computeAccessibleName(element, options));
    if (name !== '' || kindOf(element) !== 'field') return name;
    // HTML-AAM: the placeholder names a field that nothing else names.
    return collapse(element.getAttribute('aria-placeholder') ?? element.getAttribute('placeholder') ?? '');
  }

  private descriptionOf(element: Element): string {
    if (!DESCRIBING.some((attribute) => element.hasAttribute(attribute))) return '';
    const options = { getComputedStyle: this.styleOf, computedStyleSupportsPseudoElements: false };
    return collapse(computeAccessibleDescription(element, options));
  }

  /** For names: a line break parts two words, though its box is inline. */
  private readonly styleOf = (element: Element): CSSStyleDeclaration =>
    element.localName === 'br' ? LINE_BREAK : this.view.getComputedStyle(element);

  private ownerOf(element: Element, form: Element | undefined): number | undefined {
    const id = element.getAttribute('form');
    const native = (element as HTMLInputElement).form as Element | null | undefined;
    const owner = id !== null ? this.document.getElementById(id) : (native ?? form);
    const rank = owner ? this.forms.indexOf(owner) : -1;
    return rank >= 0 ? rank : undefined;
  }

  private addAlert(text: string): void {
    const alert = collapse(text);
    if (alert !== '') this.alerts.add(alert);
  }

  private addFieldErrors(field: Element): void {
    if (!['true', 'grammar', 'spelling'].includes(field.getAttribute('aria-invalid') ?? '')) return;
    for (const attribute of ['aria-errormessage', 'aria-describedby']) {
      for (const id of (field.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)) {
        const message = this.document.getElementById(id);
        if (message) this.addAlert(messageText(message, this.view));
      }
    }
  }

  private noteModal(element: Element, tag: string, here: Surroundings): void {
    if (!here.visible) return;
    if (element.getAttribute('aria-modal') === 'true' || (tag === 'dialog' && isModal(element))) this.modals.push(element);
  }

  /** Behind a modal dialog nothing can be acted on. */
  private behindModal(): SeenControl[] {
    const inside = (element: Element): boolean => this.modals.some((modal) => modal.contains(element));
    return this.controls.map((control, rank) =>
      inside(this.elements[rank]!) ? control : { ...control, enabled: false, behind: true },
    );
  }
}

const LINE_BREAK = {
  getPropertyValue: (property: string) => (property === 'display' ? 'block' : ''),
} as CSSStyleDeclaration;
const DESCRIBING = ['aria-describedby', 'aria-description', 'title'];

function attributeAs<K extends string>(key: K, element: Element, attribute: string | undefined): Partial<Record<K, string>> {
  const value = attribute === undefined ? null : element.getAttribute(attribute);
  return value === null ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}

function isSubmit(element: Element): boolean {
  if (element.localName === 'input') return ['submit', 'image'].includes(inputType(element));
  const type = element.getAttribute('type')?.trim().toLowerCase() ?? 'submit';
  return element.localName === 'button' && type !== 'button' && type !== 'reset';
}

/** Where the bytes of an image are; an image drawn in the page itself is its own source. */
function sourceOf(element: Element): string {
  return element.localName === 'svg' ? element.outerHTML : (element.getAttribute('src') ?? '');
}

function isScript(element: Element): boolean {
  const type = element.getAttribute('type')?.trim().toLowerCase() ?? '';
  if (!/^(|module|(text|application)\/(java|ecma)script)$/.test(type)) return false;
  return element.hasAttribute('src') || (element.textContent ?? '').trim() !== '';
}

function isLive(element: Element, tag: string): boolean {
  const live = element.getAttribute('aria-live');
  return (live !== null && live !== 'off') || tag === 'output' || LIVE.has(element.getAttribute('role') ?? '');
}

function isInert(element: Element): boolean {
  return element.hasAttribute('inert');
}

function isRefresh(meta: Element): boolean {
  return meta.getAttribute('http-equiv')?.trim().toLowerCase() === 'refresh';
}

function isModal(dialog: Element): boolean {
  try {
    return dialog.matches(':modal');
  } catch {
    return false;
  }
}
