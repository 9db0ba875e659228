// Makes elements, and the forms and buttons whose refusals the alert region shows.
import { messageOf } from './server.js';

export const scene = document.getElementById('scene');
const alertRegion = document.getElementById('alerte');

/** Shows a message in the alert region, or clears it. */
export function say(message) {
  alertRegion.textContent = message;
}

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function input(name, attributes) {
  return element('input', { name, spellcheck: 'false', autocapitalize: 'none', ...attributes });
}

export function list(items) {
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}

export function definitions(rows) {
  return element('dl', {}, ...rows.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]));
}

export function actionButton(label, action) {
  const button = element('button', { type: 'button' }, label);
  button.addEventListener('click', () => void whileDisabled(action));
  return button;
}

/** A form whose refusals are shown in the alert region; `afterRefusal` empties what has to be typed again. */
export function form(fields, label, submit, afterRefusal = () => undefined) {
  const made = element('form', { novalidate: '' }, ...fields, element('button', { type: 'submit' }, label));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(made));
    void whileDisabled(() => submit(values), afterRefusal);
  });
  return made;
}

/** Runs an action with the scene's buttons disabled, and says what went wrong. */
async function whileDisabled(action, afterRefusal = () => undefined) {
  const buttons = scene.querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  say('');
  try {
    await action();
  } catch (error) {
    await afterRefusal();
    say(messageOf(error));
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}
