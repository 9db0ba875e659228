/** The page of the screen where a session is. Gives each view what it shows, never the whole context. */
import type { Session } from '../sessions';
import { IMAGE_PATH } from './paths';
import type { Views } from './views';

const NO_CARD = { email: '', subscriberNumber: '', question: '' };
const NO_OWNER = { email: '', subscriberNumber: '', services: [], dossiers: [] };

export function render(views: Views, session: Session): string {
  const { value, context } = session.actor.getSnapshot();
  const form = { token: session.token, problems: context.problems };
  switch (value) {
    case 'home':
      return views.home();
    case 'signIn':
      return views.signIn({ ...form, identifier: context.address });
    case 'identification':
      return views.identification({ ...form, address: context.address, image: `${IMAGE_PATH}/${context.challenge?.id ?? ''}` });
    case 'question':
      return views.question({ ...form, question: context.question ?? '' });
    case 'newPassword':
      return views.newPassword(form);
    case 'summary':
      return views.summary({ card: context.changed ?? NO_CARD });
    case 'services':
      return views.services({ token: session.token, owner: context.signedIn ?? NO_OWNER });
  }
}
