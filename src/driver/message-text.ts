/** The text of a message that stands beside a field. Runs in Node and in the browser. */
import type { View } from './collect';

/** What is shown of an element, its blocks kept apart; empty where it is hidden. */
export function messageText(element: Element, view: View): string {
  const display = view.getComputedStyle(element).getPropertyValue('display');
  if (display === 'none') return '';
  const inner = Array.from(element.childNodes, (child) => {
    if (child.nodeType === 3) return child.textContent ?? '';
    return child.nodeType === 1 ? messageText(child as Element, view) : '';
  }).join('');
  return keepsApart(element, display) ? ` ${inner} ` : inner;
}

/** Whether an element never runs together with what stands before and after it. */
export function keepsApart(element: Element, display: string): boolean {
  return display !== 'inline' || element.localName === 'br';
}
