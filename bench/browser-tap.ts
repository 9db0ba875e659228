/** Listens to the browsers that the suite drives in this process. To be called before anything else loads the driver. */
import * as door from '../src/driver/browser-visitor';
import { substitute } from '../src/driver/substitute';
import type { SeenControl, Submission, Substitution, Visitor, VisitorFactory, VisitorOptions } from '../src/driver/visitor';
import type { Move, Named } from './moves';

/** @param note takes each move before it is made. */
export function tapBrowsers(note: (move: Move) => void): void {
  let visitors = 0;

  function tapped(visitor: Visitor, id: number): Visitor {
    const travelling = async <T>(act: () => Promise<T>, move: (navigates: boolean) => Move): Promise<T> => {
      const before = visitor.exchanges().length;
      const result = await act();
      note(move(visitor.exchanges().length > before));
      return result;
    };
    const listened: Partial<Visitor> = {
      open: (address) => (note({ do: 'open', visitor: id, address }), visitor.open(address)),
      type: (field, text) => (note({ do: 'type', visitor: id, field: named(visitor, field), text }), visitor.type(field, text)),
      activate: (control) => {
        const on = named(visitor, control);
        return travelling(
          () => visitor.activate(control),
          (navigates) => ({ do: 'click', visitor: id, on, navigates }),
        );
      },
      pressEnter: (field) => {
        const on = named(visitor, field);
        return travelling(
          () => visitor.pressEnter(field),
          (navigates) => ({ do: 'enter', visitor: id, on, navigates }),
        );
      },
      back: () => (note({ do: 'back', visitor: id }), visitor.back()),
      reload: () => (note({ do: 'reload', visitor: id }), visitor.reload()),
      forget: () => (note({ do: 'forget', visitor: id }), visitor.forget()),
      screenshot: () => (note({ do: 'picture', visitor: id }), visitor.screenshot()),
      close: () => (note({ do: 'leave', visitor: id }), visitor.close()),
      newTab: async () => {
        const tab = visitors++;
        note({ do: 'tab', visitor: tab, of: id });
        return tapped(await visitor.newTab(), tab);
      },
      replay: (submission: Submission, substitutions: readonly Substitution[]) => {
        const { method, url, headers, body } = substitute(submission, substitutions);
        note({ do: 'send', visitor: id, request: { method, url, headers, body } });
        return visitor.replay(submission, substitutions);
      },
    };
    return new Proxy(visitor, {
      get(target, key) {
        if (key in listened) return listened[key as keyof Visitor];
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  async function createBrowserVisitors(options: door.BrowserVisitorsOptions): Promise<VisitorFactory> {
    const factory = await door.createBrowserVisitors(options);
    return {
      ...factory,
      newVisitor: async (asked: VisitorOptions = {}) => {
        const id = visitors++;
        note({ do: 'arrive', visitor: id, images: asked.images ?? true });
        return tapped(await factory.newVisitor(asked), id);
      },
    };
  }

  require.cache[require.resolve('../src/driver/browser-visitor')]!.exports = { ...door, createBrowserVisitors };
}

function named({ page }: Visitor, { index, kind, role, name }: SeenControl): Named {
  const alike = page.controls.filter((other) => other.visible && other.role === role && other.name === name);
  const rank = Math.max(
    0,
    alike.findIndex((other) => other.index === index),
  );
  return { kind: kind === 'field' ? 'field' : 'control', role, name, rank };
}
