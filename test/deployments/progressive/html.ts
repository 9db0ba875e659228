/** HTML from template literals, where whatever is not markup already is escaped. */

export class Markup {
  constructor(readonly text: string) {}
}

export type Piece = Markup | string | number | false | undefined | readonly Piece[];

export function html(literals: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(literals.reduce((text, literal, index) => text + rendered(pieces[index - 1]) + literal));
}

function rendered(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(rendered).join('');
  return String(piece).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
