import { style } from '../../identity/pages/style.ts'

/** The sign-in pages' style sheet with what tables and controls add. */
export const pageStyle = `${style}
main.wide { max-width: 1120px; }
main.wide + footer { max-width: 1120px; }
.wide h2 { font-size: 17px; color: var(--ink); margin-top: 36px; }
.wide h3 { margin: 0 0 4px; font-size: 15px; font-weight: 560; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 16px; }
.card { padding: 16px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
.part { margin-top: 14px; padding-top: 12px; border-top: 1px solid var(--line); }
.part h4 { margin: 0 0 2px; font-size: 13px; font-weight: 560; }
.part ul { margin: 0 0 6px; padding-left: 20px; font-size: 13px; overflow-wrap: anywhere; }
.part summary { cursor: pointer; padding: 4px 0; }
.card p { margin: 0 0 6px; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 13px; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th:nth-child(3) { min-width: 260px; }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 560; white-space: nowrap; }
td { overflow-wrap: anywhere; }
td.short, th.short { white-space: nowrap; }
.bad { color: var(--warn); font-weight: 560; }
.row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; }
.row + .row { margin-top: 12px; }
.field { display: grid; gap: 4px; font-size: 13px; color: var(--soft); }
.secondary { padding: 8px 16px; min-height: 44px; border: 1px solid var(--teal); border-radius: 6px; background: none; color: var(--teal); font-weight: 560; }
`
