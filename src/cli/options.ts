/** What each option accepts. A refusal says what is accepted; the parser adds the option and what was given. */
import { InvalidArgumentError } from 'commander';

export const drivers = ['http', 'browser'] as const;
export const levels = ['document', 'recommendation', 'all'] as const;
export type Level = (typeof levels)[number];

/** Seeds are 31-bit: what every generator in use takes whole. */
export const greatestSeed = 2 ** 31 - 1;

export function seed(text: string): number {
  return integer(text, 0, greatestSeed);
}

export function parallel(text: string): number {
  return integer(text, 1, 16);
}

export function count(text: string): number {
  return integer(text, 1, 1_000_000);
}

/** Port 0 asks the machine for a free one. */
export function port(text: string): number {
  return integer(text, 0, 65_535);
}

export function nonEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

export function htmlFile(text: string): string {
  if (/[^/\\]\.html$/.test(text)) return text;
  throw new InvalidArgumentError('Accepted: the path of a file whose name ends in .html.');
}

export function shard(text: string): string {
  const [, index = 0, total = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > total) throw new InvalidArgumentError('Accepted: I/N with 1 ≤ I ≤ N, for instance 1/4.');
  return `${index}/${total}`;
}

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

export function hostAndPort(text: string): HostAndPort {
  const match = /^(?:\[([\da-f:]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(text);
  if (!match || Number(match[3]) < 1 || Number(match[3]) > 65_535) {
    throw new InvalidArgumentError('Accepted: host:port, for instance 127.0.0.1:1025 or [::1]:1025.');
  }
  return { host: match[1] ?? match[2] ?? '', port: Number(match[3]) };
}

function integer(text: string, least: number, greatest: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= greatest) return value;
  throw new InvalidArgumentError(`Accepted: an integer from ${least} to ${greatest}.`);
}
