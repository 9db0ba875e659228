/** How answers are compared: letter case and blanks around or doubled are forgiven, nothing else (AMB-17). */

/** The form that is hashed and compared. « 1e3 » stays different from « 1000 ». */
export function normaliseAnswer(answer: string): string {
  return answer.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
