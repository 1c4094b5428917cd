/** The page's only style: warm paper and hairlines by day, designed dark by night, ink on white in print. */
export const htmlStyle = `
:root{--paper:#f7f4ee;--card:#fff;--ink:#1c1a17;--quiet:#635d54;--line:#e2dccf;--action:#0b5a5e;
--error:#9b1c1c;--error-tint:#fbe9e7;--warning:#7a4b00;--warning-tint:#fcf0d9;--info:#2b4b76;--info-tint:#e8eef7;--good:#1c5b3a;--good-tint:#e4f2e9}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--card:#211f1c;--ink:#ece7df;--quiet:#a89f93;--line:#3a362f;--action:#7cc7c8;
--error:#ffb4a8;--error-tint:#4a201c;--warning:#f3c878;--warning-tint:#42310f;--info:#b0caf0;--info-tint:#20304a;--good:#9bd8b3;--good-tint:#173a27}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:980px;padding:32px;background:var(--paper);color:var(--ink);font:15px/1.55 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:0 0 4px}
h2{font-size:19px;line-height:1.35;font-weight:650;margin:40px 0 0;letter-spacing:-.005em}
h3{font-size:13px;font-weight:650;margin:24px 0 8px;color:var(--quiet);font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
h4{font-size:15px;line-height:1.45;font-weight:560;margin:8px 0 4px;max-width:75ch}
p{margin:0 0 8px;max-width:75ch}
a{color:var(--action)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--action);outline-offset:2px}
.summary{font-size:17px}
.quiet{color:var(--quiet);font-size:13px}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;margin:24px 0 0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:10px 16px;border-top:1px solid var(--line);vertical-align:baseline}
thead th{border-top:0;color:var(--quiet);font-size:13px;font-weight:400}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
article{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 20px;margin:0 0 12px}
.head{margin:0}
.tag{display:inline-block;border-radius:5px;padding:1px 8px;font-size:13px;font-weight:560;white-space:nowrap;letter-spacing:0}
.tag.error{background:var(--error-tint);color:var(--error)}
.tag.warning{background:var(--warning-tint);color:var(--warning)}
.tag.info{background:var(--info-tint);color:var(--info)}
.tag.good{background:var(--good-tint);color:var(--good)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
.place{margin:6px 0 4px;color:var(--quiet)}
pre{margin:4px 0 10px;padding:10px 4px;overflow-x:auto;background:var(--paper);border-radius:6px;line-height:1.45;overflow-wrap:normal}
pre i{font-style:normal;color:var(--quiet)}
pre b{font-weight:650;color:var(--error)}
.warning pre b{color:var(--warning)}
.info pre b{color:var(--info)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 12px;margin:8px 0;max-width:75ch}
dt{color:var(--quiet)}
dd{margin:0}
details{margin:8px 0}
details.notes{margin:24px 0 0}
figure{margin:12px 0 20px}
figcaption{font-weight:560;margin:0 0 6px}
.scroll.drawing{margin:0;max-height:80vh;overflow:auto}
.drawing img{display:block;max-width:none;margin:0 auto}
summary{cursor:pointer;color:var(--action)}
ul{margin:4px 0;padding-left:20px}
footer{margin:40px 0 0;border-top:1px solid var(--line);padding-top:12px}
@media (max-width:600px){body{padding:16px}article{padding:12px 14px}th,td{padding:10px 8px}h1{font-size:22px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:6px}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#444;--line:#bbb}body{max-width:none;padding:0;font-size:11pt}article{break-inside:avoid-page}pre{white-space:pre-wrap}details::details-content{content-visibility:visible}}
`
