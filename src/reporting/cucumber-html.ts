/** Cucumber's own page, from its messages: for those who know it. Draws nothing itself; reads the assets of the formatter. */
import { Readable } from 'node:stream';
import { CucumberHtmlStream } from '@cucumber/html-formatter';
import { AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { readAttachment } from './attachment-bodies';

/** One document that opens offline: what it needs is inside, the messages too. */
export async function renderCucumberHtml(messages: readonly Envelope[]): Promise<string> {
  const page = Readable.from(messages.map(showJournal)).pipe(new CucumberHtmlStream());
  const chunks: string[] = [];
  for await (const chunk of page) chunks.push(String(chunk));
  return chunks.join('');
}

/** That page shows images and texts, and of our own media types only a link: what happened is made a text. */
function showJournal(message: Envelope): Envelope {
  const body = message.attachment && readAttachment(message.attachment);
  if (message.attachment === undefined || body?.kind !== 'journal') return message;
  const text = { mediaType: 'text/plain', body: body.lines.join('\n'), contentEncoding: AttachmentContentEncoding.IDENTITY };
  return { attachment: { ...message.attachment, ...text } };
}
