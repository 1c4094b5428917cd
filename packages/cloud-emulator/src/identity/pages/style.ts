/** The pages' style sheet: warm paper, hairlines, one teal; light and dark, phone to wide screen. */
export const style = `
:root {
  --paper: #faf9f6; --card: #fff; --line: #e3e0d8; --ink: #1b1d22; --soft: #595e68; --teal: #0b5c5a; --on-teal: #fff;
  --tint: #e6f0ef; --warn: #6b4700; --warn-tint: #fdf1d6; --warn-line: #ecd49c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --card: #1d2024; --line: #33373d; --ink: #f0efeb; --soft: #a9aeb8; --teal: #6cc4bd; --on-teal: #0c2423;
    --tint: #1d3534; --warn: #f3d38c; --warn-tint: #33290f; --warn-line: #5a4717;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 400 15px/1.5 "Inter Variable", Inter, "Segoe UI", system-ui, sans-serif;
}
.banner { padding: 10px 16px; text-align: center; color: var(--warn); background: var(--warn-tint); border-bottom: 1px solid var(--warn-line); }
.banner strong { font-weight: 650; margin-right: 6px; }
main { width: 100%; max-width: 640px; margin: 0 auto; padding: 48px 16px 32px; flex: 1; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; font-weight: 650; letter-spacing: -0.015em; }
h2 { margin: 28px 0 8px; font-size: 13px; font-weight: 560; color: var(--soft); }
p { margin: 0 0 12px; max-width: 75ch; }
.lead { font-size: 17px; color: var(--soft); }
.lead b { font-weight: 560; color: var(--ink); }
code { font: 13px/1.5 "JetBrains Mono Variable", ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.accounts { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.accounts li + li { border-top: 1px solid var(--line); }
button { font: inherit; color: inherit; cursor: pointer; }
.account {
  display: flex; align-items: center; gap: 16px; width: 100%; min-height: 64px; padding: 14px 20px; text-align: left;
  background: none; border: 0; border-radius: 10px;
}
.account:hover { background: var(--tint); }
.account:hover .go { color: var(--teal); }
:focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; border-radius: 6px; }
.account:focus-visible { outline-offset: -3px; border-radius: 10px; }
.initials {
  flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%;
  background: var(--tint); color: var(--teal); font-weight: 650; font-size: 13px;
}
.who { flex: 1; min-width: 0; display: grid; }
.role { font-size: 17px; line-height: 1.4; font-weight: 560; }
.name, .detail { font-size: 13px; color: var(--soft); overflow-wrap: anywhere; }
.detail { color: var(--ink); }
.tag { margin-left: 8px; padding: 1px 8px; border-radius: 10px; background: var(--tint); color: var(--teal); font-size: 13px; }
.go { flex: none; color: var(--soft); }
.quiet { margin: 20px 0 0; padding: 10px 0; min-height: 44px; background: none; border: 0; text-decoration: underline; text-underline-offset: 3px; color: var(--soft); }
.quiet:hover { color: var(--ink); }
.primary { margin-top: 8px; padding: 10px 20px; min-height: 44px; border: 0; border-radius: 6px; background: var(--teal); color: var(--on-teal); font-weight: 560; }
input, select {
  font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px;
  padding: 8px 10px; min-height: 44px; max-width: 100%;
}
.code { font: 600 22px/1.5 ui-monospace, Consolas, monospace; letter-spacing: 0.12em; text-transform: uppercase; width: 100%; max-width: 320px; }
dl { margin: 24px 0 0; padding: 20px; display: grid; grid-template-columns: max-content 1fr; gap: 8px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
footer { display: flex; justify-content: space-between; align-items: center; gap: 16px; width: 100%; max-width: 640px; margin: 0 auto; padding: 16px; color: var(--soft); font-size: 13px; }
.made { display: inline-flex; align-items: center; gap: 8px; }
footer a { color: inherit; padding: 10px 0; text-underline-offset: 3px; }
@media (max-width: 480px) {
  main { padding-top: 28px; }
  .account { padding: 14px 16px; gap: 12px; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 12px; }
}
@media (forced-colors: active) { .initials, .tag, .primary { border: 1px solid; } }
`
