/** Where an auditor signs a printed report. Shown on paper alone. */
import { useWords } from './language';

export function Visa() {
  const { visa } = useWords();
  return (
    <section class="visa" aria-labelledby="titre-visa">
      <h2 id="titre-visa">{visa.heading}</h2>
      <p>{visa.lead}</p>
      <dl>
        {[visa.name, visa.role, visa.date, visa.signature].map((term) => (
          <div>
            <dt>{term}</dt>
            <dd></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
