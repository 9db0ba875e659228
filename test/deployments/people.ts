/** Three plain accounts, all that the suite asks for: what the example deployments are seeded with, and their pool. Invented. */
import type { SeededAccount } from './contract';

export const people: readonly SeededAccount[] = [
  {
    email: 'odile.marchand@cordages.example',
    password: 'Chanvre12Marine34Epissure',
    question: 'Quel était le surnom de votre premier associé ?',
    answer: 'Capitaine',
    subscriberNumber: '700100200301',
    services: ['Déclarer la TVA', 'Payer la CFE'],
    dossiers: ['Cordages Marchand SARL', 'Quai des Filins SCI'],
  },
  {
    email: 'pascal.noir@torrefaction.example',
    password: 'arabica56moulin78tamis90',
    question: 'Dans quelle rue se trouvait votre premier local ?',
    answer: 'rue des Lilas',
    subscriberNumber: '700100200302',
    services: ['Déclarer les résultats', 'Consulter le compte fiscal'],
    dossiers: ['Torréfaction Noir SAS', 'Comptoir du Grain EURL'],
  },
  {
    email: 'reine.blanchet@reliure.example',
    password: '45Maroquin67Tranchefile',
    question: 'Quel livre avez-vous relié en premier ?',
    answer: 'Les Essais',
    subscriberNumber: '700100200303',
    services: ['Déclarer la DAS2', 'Gérer les prélèvements'],
    dossiers: ['Reliure Blanchet EI', 'Atelier du Cuir SNC'],
  },
];
