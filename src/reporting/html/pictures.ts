/** Gives each screenshot its place in the page, once, within a limit of size. */

/** Largest sum of base64 characters embedded: beyond it a browser is slow to open the file. */
const BUDGET = 12_000_000;

export type Picture =
  | { readonly kind: 'embedded'; readonly anchor: string; readonly source: string }
  | { readonly kind: 'repeated'; readonly anchor: string }
  | { readonly kind: 'left-out'; readonly sha256: string };

export type Pictures = (sha256: string) => Picture;

/** The first mention of an image embeds it, the others point to it. */
export function createPictures(images: ReadonlyMap<string, string>, budget = BUDGET): Pictures {
  const embedded = new Set<string>();
  let spent = 0;
  return (sha256) => {
    const anchor = `capture-${sha256.slice(0, 12)}`;
    if (embedded.has(sha256)) return { kind: 'repeated', anchor };
    const base64 = images.get(sha256);
    if (base64 === undefined || spent + base64.length > budget) return { kind: 'left-out', sha256 };
    embedded.add(sha256);
    spent += base64.length;
    return { kind: 'embedded', anchor, source: `data:image/png;base64,${base64}` };
  };
}
