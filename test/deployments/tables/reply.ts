/** What a screen answers with. */
import type { Markup } from './markup';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Pages show what is of one browser alone: nobody keeps a copy. */
export function page({ html }: Markup, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }, body: html };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' };
}

export function image(png: Buffer): Reply {
  return { status: 200, headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' }, body: png };
}

export function styleSheet(css: string): Reply {
  return { status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: css };
}
