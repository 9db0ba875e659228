/**
 * The text a person reads in a mail that has only HTML. Keeps the case and the lines of the sender: usual converters write titles
 * in capitals and break lines at 80 characters, which would hide a sentence from whoever looks for it.
 */
import { DOMParser } from 'linkedom';

const UNREAD = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE']);
const BLOCK = /^(ADDRESS|ARTICLE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;

export function textOfHtml(html: string): string {
  // linkedom needs a root to find a document in a fragment, and leaves the parts of a second one where they are.
  const page = new DOMParser().parseFromString(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
    'text/html',
  );
  return readNode(page.documentElement as unknown as Node)
    .replace(/ ?\n[\n ]*/g, '\n')
    .replace(/ +/g, ' ')
    .trim();
}

function readNode(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== node.ELEMENT_NODE || UNREAD.has(name)) return '';
  const inner = Array.from(node.childNodes, readNode).join('');
  return BLOCK.test(name) ? `\n${inner}\n` : inner;
}
