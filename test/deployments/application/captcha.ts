// Issues CAPTCHA images and remembers what each shows. Which session an image belongs to is the session's business.
import { createHash, randomInt } from 'node:crypto';
import { DRAWABLE, drawCharacters } from './captcha-image';
import type { FaultSwitch } from './faults';

export interface CaptchaImage {
  readonly characters: string;
  readonly svg: Buffer;
}

export class CaptchaPress {
  private readonly issued = new Map<string, string>();

  constructor(private readonly fault: FaultSwitch) {}

  /** A new image. */
  issue(): CaptchaImage {
    const characters = this.fault('captcha-immuable') ? 'HKRT47' : randomCharacters();
    const svg = drawCharacters(characters);
    this.issued.set(fingerprint(svg), characters);
    return { characters, svg };
  }

  /** What one of its images shows. */
  read(image: Uint8Array): string | undefined {
    return this.issued.get(fingerprint(image));
  }

  /** Whether what was typed is what the image shows: `expected` is nothing when the session has no image left to read. */
  accepts(typed: string | undefined, expected: string | undefined): boolean {
    if (this.fault('captcha-non-verifie') || this.fault('captcha-absent-de-l-ecran')) return true;
    if (this.fault('captcha-vide-tolere') && (typed ?? '') === '') return true;
    if (this.fault('captcha-absent-tolere') && typed === undefined) return true;
    // Letters can be typed in either case: an image does not tell them apart well.
    const read = typed?.toUpperCase();
    if (this.fault('captcha-d-une-autre-session') && [...this.issued.values()].some((each) => each === read)) return true;
    return read !== undefined && read === expected;
  }
}

function randomCharacters(): string {
  return Array.from({ length: 6 }, () => DRAWABLE[randomInt(DRAWABLE.length)]).join('');
}

function fingerprint(image: Uint8Array): string {
  return createHash('sha256').update(image).digest('hex');
}
