/** What the fiche promises on each screen, and where it says so. Data. */
import type { FieldName } from '../driver/controls';

/** Which sentence of the fiche promises the control, the field, or the screen. */
export const warrants = {
  controls: { professionalSpace: 'MPO-2-2', forgottenPassword: 'MPO-2-4', validate: 'MPO-2-17', connect: 'MPO-2-29' },
  fields: {
    email: 'MPO-2-6',
    captcha: 'MPO-2-7',
    answer: 'MPO-2-12',
    newPassword: 'MPO-2-15',
    confirmation: 'MPO-2-15',
    identifier: 'MPO-2-28',
    password: 'MPO-2-28',
  },
  screens: {
    home: ['MPO-2-1'],
    'sign-in': ['MPO-2-3'],
    // Where the link leads, and what then stands there.
    identification: ['MPO-2-4', 'MPO-2-5'],
    question: ['MPO-2-9'],
    'new-password': ['MPO-2-13'],
    summary: ['MPO-2-23'],
    services: ['MPO-2-29'],
  },
} as const;

/** The fields, as a finding names them. */
export const fieldWords: Readonly<Record<FieldName, string>> = {
  email: 'l’adresse électronique',
  captcha: 'les caractères de l’image',
  answer: 'la réponse',
  newPassword: 'le nouveau mot de passe',
  confirmation: 'la confirmation du mot de passe',
  identifier: 'l’identifiant',
  password: 'le mot de passe',
};
