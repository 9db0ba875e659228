/** The catcher's page for people: the list of messages, and one message. Shows mails as hostile: no script, nothing fetched. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import { catcherStyle } from './catcher-style';
import type { CatcherStore, CaughtMail } from './catcher-store';
import type { MailMessage } from './mailbox';

const PAGE = 50;

/** The frame of a message inherits it: its inline styles and embedded images show, its scripts and remote images do not. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function createCatcherPages(store: CatcherStore): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    if (c.res.headers.get('Content-Type')?.startsWith('text/html')) c.header('Content-Security-Policy', POLICY);
  });

  app.get('/', async (c) => {
    const wanted = (c.req.query('pour') ?? '').trim();
    const start = Math.max(0, Number.parseInt(c.req.query('debut') ?? '', 10) || 0);
    const mails = [...store.all()].reverse().filter((mail) => isFor(mail, wanted));
    const messages = await Promise.all(mails.slice(start, start + PAGE).map((mail) => mail.read()));
    return c.html(document(<Inbox messages={messages} total={mails.length} start={start} wanted={wanted} />));
  });

  app.get('/messages/:id', async (c) => {
    const mail = store.get(c.req.param('id'));
    if (mail === undefined) return c.html(document(<Absent />), 404);
    return c.html(document(<Reading message={await mail.read()} />));
  });

  return app;
}

function isFor(mail: CaughtMail, wanted: string): boolean {
  return mail.envelope.to.some((recipient) => recipient.toLowerCase().includes(wanted.toLowerCase()));
}

function document(page: Child): ReturnType<typeof html> {
  return html`<!doctype html>${page}`;
}

const Page: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <style>{raw(catcherStyle)}</style>
    </head>
    <body>
      <header>
        <p>
          <a href="/">Courriels interceptés</a>
        </p>
        <p class="quiet">Messagerie de test : rien de ce qui arrive ici n’est distribué.</p>
      </header>
      <main>{children}</main>
    </body>
  </html>
);

const Inbox: FC<{ messages: readonly MailMessage[]; total: number; start: number; wanted: string }> = (inbox) => {
  const { messages, total, start, wanted } = inbox;
  const link = (debut: number): string => `/?${new URLSearchParams({ pour: wanted, debut: String(debut) }).toString()}`;
  return (
    <Page title={`Courriels interceptés (${total})`}>
      <h1>{count(total)}</h1>
      <form method="get" action="/">
        <label for="pour">Destinataire</label>
        <input id="pour" name="pour" type="search" value={wanted} autocomplete="off" />
        <button type="submit">Filtrer</button>
        <a href={link(start)}>Actualiser</a>
      </form>
      {messages.length === 0 ? (
        <p class="empty">{wanted === '' ? 'Aucun courriel n’est encore arrivé.' : 'Aucun courriel pour ce destinataire.'}</p>
      ) : (
        <table>
          <caption>Du plus récent au plus ancien</caption>
          <thead>
            <tr>
              <th scope="col">Objet</th>
              <th scope="col">Destinataire</th>
              <th scope="col">Expéditeur</th>
              <th scope="col">Reçu le</th>
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <tr>
                <th scope="row">
                  <a href={`/messages/${message.id}`}>{subjectOf(message)}</a>
                </th>
                <td>{message.envelope.to.join(', ')}</td>
                <td>{message.envelope.from || '(expéditeur vide)'}</td>
                <td>
                  <When date={message.receivedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav aria-label="Pages">
        {start > 0 && <a href={link(Math.max(0, start - PAGE))}>Plus récents</a>}
        {start + PAGE < total && <a href={link(start + PAGE)}>Plus anciens</a>}
      </nav>
    </Page>
  );
};

const Reading: FC<{ message: MailMessage }> = ({ message }) => (
  <Page title={subjectOf(message)}>
    <h1>{subjectOf(message)}</h1>
    <dl>
      <dt>De</dt>
      <dd>{message.headers['from'] ?? (message.envelope.from || '(expéditeur vide)')}</dd>
      <dt>Pour</dt>
      <dd>{message.envelope.to.join(', ')}</dd>
      <dt>Reçu le</dt>
      <dd>
        <When date={message.receivedAt} />
      </dd>
    </dl>
    {message.html !== '' && (
      <section aria-labelledby="mise-en-forme">
        <h2 id="mise-en-forme">Message mis en forme</h2>
        <iframe title="Message mis en forme" sandbox="" srcdoc={message.html}></iframe>
      </section>
    )}
    <section aria-labelledby="texte">
      <h2 id="texte">Texte</h2>
      <pre tabindex={0}>{message.text === '' ? '(vide)' : message.text}</pre>
    </section>
    <details>
      <summary>Source du message</summary>
      <pre tabindex={0}>{message.raw}</pre>
      <p>
        <a href={`/api/v1/messages/${message.id}/download`}>Télécharger le message</a>
      </p>
    </details>
    <p>
      <a href="/">Retour à la liste</a>
    </p>
  </Page>
);

const Absent: FC = () => (
  <Page title="Message introuvable">
    <h1>Message introuvable</h1>
    <p>Ce message n’existe pas, ou a laissé sa place à de plus récents.</p>
    <p>
      <a href="/">Retour à la liste</a>
    </p>
  </Page>
);

const When: FC<{ date: Date }> = ({ date }) => <time datetime={date.toISOString()}>{dateFormat.format(date)}</time>;

const dateFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'medium' });

function subjectOf(message: MailMessage): string {
  return message.subject || '(sans objet)';
}

function count(total: number): string {
  if (total === 0) return 'Aucun courriel';
  return total === 1 ? '1 courriel' : `${total.toLocaleString('fr-FR')} courriels`;
}
