/** What an e-mail address is and when two are the same (AMB-13). Never folds beyond ASCII: mıke@ is not mike@ (MPO-1.5-1). */

/** RFC 5321 § 4.5.3.1: 64 for the local part, 254 for the whole. */
const LOCAL_MAXIMUM = 64;
const MAXIMUM = 254;

/** `local@domain.tld`: no blank, no control character, no list of addresses (header injection). */
export function isWellFormedAddress(typed: string): boolean {
  const address = trimBlanks(typed);
  if (address.length > MAXIMUM) return false;
  const parts = /^([^\s@,;:<>()[\]\\"\p{C}]+)@([^\s@,;:<>()[\]\\"\p{C}]+\.[^\s@,;:<>()[\]\\"\p{C}.]+)$/u.exec(address);
  return parts !== null && (parts[1] as string).length <= LOCAL_MAXIMUM && !/\.\.|^\.|\.@|@\.|@-/.test(address);
}

/** The form under which an address is looked up: blanks around dropped, ASCII letters in lower case. */
export function addressKey(typed: string): string {
  return trimBlanks(typed).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function trimBlanks(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
