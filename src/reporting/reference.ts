/** Strips a record of what changes from one run or machine to the next, so that it can be committed and compared. */
import { mapTexts } from './map-texts';
import type { AttemptRecord, GalleryRecord, RunRecord, ScenarioRecord } from './record';

const EPOCH = '1970-01-01T00:00:00.000Z';

/** Keeps outcomes, findings, steps and journals; drops times, durations, images, addresses of loopback and tool versions. */
export function normaliseRecord(record: RunRecord): RunRecord {
  const { target, versions } = record;
  const bare: RunRecord = {
    ...record,
    target: target.kind === 'simulator' ? { ...target, baseUrl: undefined } : target,
    scenarios: record.scenarios.map(normaliseScenario),
    gallery: record.gallery && normaliseGallery(record.gallery),
    suite: undefined,
    evidence: undefined,
    startedAt: EPOCH,
    durationMs: 0,
    versions: versions['suite'] === undefined ? {} : { suite: versions['suite'] },
  };
  return mapTexts(bare, steady);
}

/** Pictures and dated messages stand in the evidence, which is not committed. */
function normaliseGallery(gallery: GalleryRecord): GalleryRecord {
  const screens = gallery.screens.map((screen) => ({ ...screen, picture: undefined }));
  return { ...gallery, screens, mails: gallery.mails.map((mail) => ({ ...mail, source: '' })) };
}

function normaliseScenario(scenario: ScenarioRecord): ScenarioRecord {
  return { ...normaliseAttempt(scenario), otherAttempts: scenario.otherAttempts?.map((attempt) => normaliseAttempt(attempt)) };
}

function normaliseAttempt<T extends AttemptRecord>(attempt: T): T {
  return { ...attempt, durationMs: 0, screenshots: undefined };
}

/** Without ports of loopback, measured milliseconds, and the moment that a mail tells. */
function steady(text: string): string {
  return text
    .replace(/\b\d{1,2} \p{L}+ \d{4} à \d{2}:\d{2}\b/gu, '…')
    .replace(/\b(127\.0\.0\.1|localhost):\d+/g, '$1')
    .replace(/\b\d+([ \u00a0]ms)\b/g, '…$1');
}
