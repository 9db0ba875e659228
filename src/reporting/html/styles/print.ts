/** The page on paper: whole, paged, nothing folded but the exchanges of what passed. Data. */
export const PRINT = `
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --surface: #fff; --sunken: #fff; --line: #c4cad2; --strong-line: #848e9c; --ink: #000; --muted: #444; --link: #000;
    --passed: #17693f; --passed-soft: #fff; --failed: #ae1d27; --failed-soft: #fff; --cantTell: #7d4d00; --cantTell-soft: #fff;
    --untested: #444; --untested-soft: #fff; --inapplicable: #444; --inapplicable-soft: #fff; --caution: #7d4d00; --caution-soft: #fff;
  }
  html { font-size: 9.5pt; }
  .skip, .contents, .anchor::before, .filter > :not(.filter-status) { display: none; }
  .filter { display: block; padding: 0; border: 0; }
  .filter-status:not(:empty) { padding: .5rem .75rem; border: 2px solid var(--ink); }
  .inner, .columns, footer { max-width: none; padding-inline: 0; }
  .columns { display: block; padding-block: 1rem; }
  .masthead { border-bottom: 0; print-color-adjust: exact; } .inner { padding-block: 1rem 0; }
  .verdict .word { font-size: 40pt; }
  .grounds { margin: 1.5rem 0 0; padding: 1rem 0 0; }
  .ledgers { grid-template-columns: 1fr 1fr; gap: 1rem 2rem; }
  .ledger { break-inside: avoid; } .ledger:last-child { grid-column: 1 / -1; }
  .overview { display: block; position: static; max-height: none; overflow: visible; margin: 0 0 1.5rem; padding: 0; break-inside: avoid; }
  .chapters { grid-template-columns: repeat(3, 1fr); gap: .75rem 1.5rem; }
  .cell { border: 1px solid; width: 1.4rem; height: 1.4rem; }
  .cell.failed, .cell.cantTell, .badge.failed, .badge.cantTell, .bar { print-color-adjust: exact; }
  main { display: block; max-width: none; }
  main > section { margin-bottom: 2rem; }
  .requirement { margin-inline: 0 !important; padding-inline: 0 !important; padding-block: .875rem; background: none !important; box-shadow: none !important; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1.25rem; }
  .heading { flex-direction: column; align-items: flex-start; justify-content: flex-start; gap: .375rem; }
  blockquote { font-size: 1.2rem; }
  .finding { padding: .5rem .75rem; border: 1px solid var(--failed); }
  .badge.passed, .badge.untested, .badge.inapplicable { padding: 0; }
  h2, h3, h4, .heading, blockquote, summary { break-after: avoid; }
  a { text-decoration-color: #999; } .cell, .chapter-link, .anchor { text-decoration: none; }
  details:not(.exchange.passed)::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; } summary::-webkit-details-marker { display: none; }
  .scenarios > ul { margin-top: .25rem; }
  .scenario > summary, .scenario-link { padding-block: .25rem; }
  .scenario .body { padding-bottom: .5rem; font-size: .9em; }
  .steps { gap: 0; margin-top: .25rem; } .step { font-size: .85rem; }
  .journal ol, pre { padding: .25rem 0 .25rem .5rem; border-left: 1px solid var(--line); border-radius: 0; }
  .journal li { line-height: 1.4; font-size: .75rem; }
  .step, figure, .rows tr, .reasons li, .findings li, .cautions, .mail dl { break-inside: avoid; }
  .scenario > summary::after { display: none; }
  figure img { max-height: 110mm; width: auto; }
  .screen { grid-template-columns: 9rem minmax(0, 1fr); break-inside: avoid; }
  .screen details { display: none; }
  .rows thead { display: table-header-group; }
  .visa { display: block; break-inside: avoid; }
  .visa dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2rem; margin-top: 1rem; }
  .visa dl > div { min-height: 16mm; border-bottom: 1px solid var(--ink); }
  .visa dl > div:last-child { min-height: 28mm; }
  .visa dt { color: var(--muted); }
}`;
