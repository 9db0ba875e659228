/** The chapters of the recommendations, in the order of the journey. */
import type { RecommendationTheme } from '../model';

export const themeEntries: readonly RecommendationTheme[] = [
  { id: 'enumeration', title: { fr: 'Comptes qui se devinent, essais répétés', en: 'Guessable accounts, repeated tries' } },
  { id: 'sequence', title: { fr: 'Enchaînement des étapes et session', en: 'Order of the steps and session' } },
  { id: 'http', title: { fr: 'Hygiène HTTP', en: 'HTTP hygiene' } },
  { id: 'password', title: { fr: 'Traitement du mot de passe', en: 'Handling of the password' } },
  { id: 'mail', title: { fr: 'Courriel', en: 'Mail' } },
  {
    id: 'accessibility',
    title: { fr: 'Accessibilité et administration française', en: 'Accessibility and French administration' },
  },
];
