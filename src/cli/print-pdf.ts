/** Prints a page of this package to PDF by the browser, offline. Knows nothing of what the page says. */
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Browser } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { BrowserUnavailable } from '../verdict/errors';

/** Says on each sheet of which report it is; the page numbers itself. Chromium reads the class; the size must be said. */
const FOOTER = '<div style="margin:0 15mm 3.5mm;font:8px sans-serif;color:#444" class="title"></div>';

/**
 * A4, tagged for assistive technology, every page numbered. Nothing but the file itself is fetched.
 * @throws BrowserUnavailable when there is no browser, or when it cannot print.
 */
export async function printPdf(htmlFile: string, pdfFile: string): Promise<void> {
  const browser = await open();
  try {
    const page = await (await browser.newContext({ offline: true })).newPage();
    await page.goto(pathToFileURL(path.resolve(htmlFile)).href);
    await page.pdf({
      path: pdfFile,
      format: 'A4',
      margin: { top: '16mm', right: '15mm', bottom: '18mm', left: '15mm' },
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
    });
  } catch (cause) {
    throw new BrowserUnavailable(`le navigateur n’a pas pu imprimer ${htmlFile} dans ${pdfFile} : ${reasonOf(cause)}`, { cause });
  } finally {
    await browser.close();
  }
}

async function open(): Promise<Browser> {
  // Loaded here: who prints nothing does not pay for it.
  const { chromium } = await import('playwright');
  const executablePath = findBrowser({ playwrightPath: chromium.executablePath() });
  try {
    return await chromium.launch({ executablePath });
  } catch (cause) {
    throw new BrowserUnavailable(`le navigateur ${executablePath} ne démarre pas : ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}
