// The tester's way past the CAPTCHA, on a port of its own: POST the bytes of an image, get its characters as text.
import { Hono } from 'hono';
import type { CaptchaPress } from './captcha';

export function captchaOracle(press: CaptchaPress): Hono {
  return new Hono().post('/', async (context) => {
    const characters = press.read(new Uint8Array(await context.req.arrayBuffer()));
    return characters === undefined ? context.text('This image was not issued here.\n', 404) : context.text(characters);
  });
}
