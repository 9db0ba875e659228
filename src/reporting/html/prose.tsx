/** A sentence for people: French spaces, and the ids that it names as links that no line break splits. */
import { typeset } from '../words';

/** Ids of requirements and readings: each has its place in the page. Recommendations may not. */
const ID = /\b(MPO-(?:[\d.]+|D)-\d+|AMB-\d+|REC-\d+)\b/;

export function Prose({ text }: { text: string }) {
  const parts = typeset(text).split(ID);
  return (
    <>
      {parts.map((part, rank) => {
        if (rank % 2 === 0) return part;
        return part.startsWith('REC') ? (
          <span class="ref">{part}</span>
        ) : (
          <a class="ref" href={`#${part}`}>
            {part}
          </a>
        );
      })}
    </>
  );
}
