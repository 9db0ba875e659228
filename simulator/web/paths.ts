/** Where each screen is. Addresses say nothing of the person (REC-21). */
import type { Screen } from '../machine';

export const paths: Readonly<Record<Screen, string>> = {
  home: '/',
  signIn: '/connexion',
  identification: '/mot-de-passe-oublie',
  question: '/mot-de-passe-oublie/question',
  newPassword: '/mot-de-passe-oublie/nouveau-mot-de-passe',
  summary: '/mot-de-passe-oublie/recapitulatif',
  services: '/espace',
};

export const IMAGE_PATH = '/mot-de-passe-oublie/image';
export const SERVICE_PATH = '/espace/services';
export const SIGN_OUT_PATH = '/deconnexion';
export const HELP_PATH = '/aide';
export const STYLE_PATH = '/style.css';

/** Names of the form fields. */
export const fields = {
  token: 'jeton',
  address: 'adresse',
  characters: 'caracteres',
  answer: 'reponse',
  password: 'nouveau',
  confirmation: 'confirmation',
  identifier: 'identifiant',
  currentPassword: 'motDePasse',
  code: 'code',
} as const;
