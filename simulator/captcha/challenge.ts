/** CAPTCHA challenges: issued, pictured, read back by those who hold the simulator. Who may use one is the procedure's affair. */
import { createHash } from 'node:crypto';
import { BoundedMap } from '../bounded-map';
import { drawCharacters } from './drawing';

/** The characters that one display of the image asks for. */
export interface Challenge {
  readonly id: string;
  readonly text: string;
}

export interface CaptchaDesk {
  issue(): Challenge;
  /** PNG bytes, the same each time for one challenge. */
  picture(challenge: Challenge): Uint8Array<ArrayBuffer>;
}

/** No 0/O, 1/I/L, 5/S, 2/Z, 8/B: a person must be able to read it. */
const ALPHABET = 'ACDEFHJKMNPRTUVWXY3479';
const LENGTH = 6;
const PICTURES_KEPT = 2_000;

/** @returns the desk, and the oracle that reads its images. */
export function openCaptchaDesk(random: (bytes: number) => Uint8Array): {
  desk: CaptchaDesk;
  read(image: Uint8Array): string | undefined;
} {
  const texts = new BoundedMap<string, string>(PICTURES_KEPT);
  const pictures = new WeakMap<Challenge, Uint8Array<ArrayBuffer>>();
  return {
    desk: {
      issue() {
        const chance = random(LENGTH + 9);
        const characters = Array.from(chance.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
        return { id: Buffer.from(chance.subarray(LENGTH)).toString('base64url'), text: characters.join('') };
      },
      picture(challenge) {
        const known = pictures.get(challenge);
        if (known) return known;
        const image = drawCharacters(challenge.text, random);
        pictures.set(challenge, image);
        texts.set(digest(image), challenge.text);
        return image;
      },
    },
    read: (image) => texts.get(digest(image)),
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
