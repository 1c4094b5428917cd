/** The styles of a preview. They are allowed by their hash, so a change here changes {@link previewStylesHash} too. */
export const previewStyles = `
:root { color-scheme: light dark; --ground: #ffffff; --page: #f3f4f6; --ink: #1b1f27; --quiet: #565e6c; --line: #d5d9e0;
  --accent: #0b5cad; --on-accent: #ffffff; --mark: #fff1c2; --on-mark: #4a3500 }
@media (prefers-color-scheme: dark) { :root { --ground: #1c2027; --page: #12151a; --ink: #eceff4; --quiet: #aab3c2;
  --line: #3a414d; --accent: #8ec1ff; --on-accent: #0b1a2b; --mark: #4d3b06; --on-mark: #ffe9a8 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", sans-serif }
a { color: var(--accent) }
img { max-width: 100%; height: auto; display: block }
.note { margin: 0; padding: .6rem 1rem; background: var(--mark); color: var(--on-mark); font-size: .875rem; text-align: center }
.page { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
section, header, aside > div { background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem }
header { display: flex; gap: 1.25rem; align-items: flex-start; flex-wrap: wrap }
.logo { width: 6rem; height: 6rem; flex: none; border-radius: .25rem; overflow: hidden }
.logo img { width: 100%; height: 100% }
.title { flex: 1 1 16rem; min-width: 0 }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere }
h2 { margin: 0 0 .75rem; font-size: 1.2rem }
h3 { margin: 1rem 0 .25rem; font-size: .8rem; color: var(--quiet); font-weight: 600 }
h3:first-child { margin-top: 0 }
.by { margin: .25rem 0; color: var(--quiet) }
.button { display: inline-block; margin-top: .75rem; padding: .5rem 1.1rem; background: var(--accent); color: var(--on-accent);
  border-radius: .25rem; font-weight: 600 }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-top: 1rem }
.stack { display: grid; gap: 1rem; align-content: start; min-width: 0 }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 18rem } }
.text { overflow-wrap: anywhere }
.text > :first-child { margin-top: 0 }
.text > :last-child { margin-bottom: 0 }
.shots { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
@media (min-width: 40rem) { .shots { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
figure { margin: 0; display: grid; gap: .35rem; align-content: start; justify-items: start }
figure img { border: 1px solid var(--line); border-radius: .25rem }
figcaption { color: var(--quiet); font-size: .9rem; overflow-wrap: anywhere }
.missing { background: var(--mark); color: var(--on-mark); border-radius: .2rem; padding: .05rem .35rem }
ul.plain { list-style: none; margin: 0; padding: 0 }
ul.plain li { overflow-wrap: anywhere; padding: .1rem 0 }
.result { display: flex; gap: .9rem; align-items: flex-start; border: 1px solid var(--line); border-radius: .5rem; padding: .9rem; max-width: 24rem }
.result .logo { width: 3rem; height: 3rem }
.result strong, .result span { display: block; overflow-wrap: anywhere }
.result div:last-child { min-width: 0 }
`

/** SHA-256 of {@link previewStyles}, as a content security policy names it. */
export const previewStylesHash = 'sha256-kNK/FExkhNoD/FlG3WVv8Bth1TZkHtip42Yg+p5fkz8='
