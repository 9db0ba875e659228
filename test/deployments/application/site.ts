// What a browser loads: one HTML shell for every address of the application, its modules of script, its style, and the API behind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createApi, type Services } from './api';
import { pageSettings } from './page-settings';

/** The addresses that the script knows; it shows the others as not found. */
const SCREENS = [
  '/',
  '/connexion',
  '/oubli',
  '/oubli/question',
  '/oubli/nouveau',
  '/oubli/recapitulatif',
  '/espace',
  '/espace/services/:rang',
];

const FILES = {
  'application.js': 'text/javascript',
  'elements.js': 'text/javascript',
  'server.js': 'text/javascript',
  'application.css': 'text/css',
};

export function createSite(services: Services): Hono {
  const shell = shellWith(JSON.stringify(pageSettings(services.fault)));
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('Content-Security-Policy', "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
    context.header('X-Content-Type-Options', 'nosniff');
  });
  site.route('/api', createApi(services));
  for (const [name, type] of Object.entries(FILES)) {
    const file = readFileSync(join(__dirname, 'page', name), 'utf8');
    site.get(`/${name}`, (context) => context.body(file, 200, { 'Content-Type': `${type}; charset=utf-8` }));
  }
  for (const path of SCREENS) site.get(path, (context) => context.html(shell));
  site.notFound((context) => context.html(shell, 404));
  return site;
}

/** The settings hold no « < »: they are safe within the element. */
function shellWith(settings: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Téléprocédures des entreprises</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/application.css">
<script type="application/json" id="reglages">${settings}</script>
<script type="module" src="/application.js"></script>
</head>
<body>
<div id="page">
<header><a href="/">Accueil</a></header>
<main aria-busy="true">
<div role="alert" id="alerte"></div>
<div id="scene"><p>Chargement…</p></div>
</main>
</div>
<noscript><p>Cette application a besoin de JavaScript.</p></noscript>
</body>
</html>
`;
}
