/** The report's own style: it loads nothing, fits a phone, and prints without what a page does not need. */
export const reportStyle = `
:root { color-scheme: light dark; --line: light-dark(#cfcfcf, #454545); --soft: color-mix(in srgb, currentColor 6%, transparent);
  --gap: light-dark(#b3261e, #ff8a80); --ask: light-dark(#8a5a00, #ffcf70); --fine: light-dark(#1b6e3c, #7bd69c);
  font: 16px/1.5 system-ui, "Segoe UI", sans-serif }
body { margin: 0 } main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem } h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem } h3 { font-size: 1rem; margin: 0 0 .25rem }
p { margin: .4rem 0 } .quiet { opacity: .8; font-size: .9rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0 }
.figures div { border: 1px solid var(--line); border-left-width: .35rem; border-radius: .35rem; padding: .6rem .8rem }
.figures dt { font-weight: 600 } .figures dd { margin: 0 } .figures strong { font-size: 1.7rem; line-height: 1.2; display: block }
.gap { border-left-color: var(--gap) !important } .ask { border-left-color: var(--ask) !important } .fine { border-left-color: var(--fine) !important }
.state-gap { color: var(--gap); font-weight: 600 } .state-ask { color: var(--ask); font-weight: 600 }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .75rem }
.ways section { border: 1px solid var(--line); border-radius: .35rem; padding: .7rem .9rem } .ways ul { margin: .3rem 0; padding-left: 1.1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line) } th { font-weight: 600; background: var(--soft); white-space: nowrap }
td:first-child { min-width: 13rem; overflow-wrap: anywhere }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
ul { padding-left: 1.2rem } li { margin: .2rem 0; overflow-wrap: anywhere }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .9rem; overflow-wrap: anywhere }
@media (max-width: 44rem) {
  main { padding: 1rem } thead { display: none }
  table, tbody, tr, td { display: block } tr { border: 1px solid var(--line); border-radius: .35rem; padding: .4rem .7rem; margin: 0 0 .6rem }
  td, td.number { overflow-wrap: anywhere; min-width: 0; border: 0; padding: .1rem 0; text-align: left; white-space: normal }
  td::before { content: attr(data-label) ": "; font-weight: 600; opacity: .75 } td:first-child { font-weight: 600 } td:first-child::before { content: none }
}
@media print {
  @page { margin: 16mm } :root { color-scheme: light; font-size: 10.5pt } main { max-width: none; padding: 0 }
  tr, .figures div, .ways section, li { break-inside: avoid } h2, h3 { break-after: avoid } thead { display: table-header-group }
}
`
