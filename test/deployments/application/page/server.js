// How the page asks the server: JSON both ways, the session's token on every POST, refusals thrown with the server's own words.

let token = '';

/** What the server refuses, and why. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export function get(path) {
  return ask(path, {});
}

/** What the session may see; keeps its token for the next POST. */
export async function getSession() {
  const session = await get('/api/session');
  token = session.jeton;
  return session;
}

export function post(path, values) {
  const headers = { 'Content-Type': 'application/json', 'X-Espace-Jeton': token };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(values) });
}

async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer.erreur, response.status);
  return answer;
}

export function messageOf(error) {
  return error instanceof Refusal ? error.message : 'Le service ne répond pas. Réessayez dans un instant.';
}
