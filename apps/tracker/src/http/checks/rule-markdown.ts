import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false })
const { escapeHtml } = markdown.utils

// Code and tables look as everywhere else on our pages.
markdown.renderer.rules.table_open = () => '<div class="table-frame"><table class="table">'
markdown.renderer.rules.table_close = () => '</table></div>'
markdown.renderer.rules.fence = (tokens, index) => {
  const lines = (tokens[index]?.content ?? '').trimEnd().split('\n')
  const rows = lines.map(
    (text, at) => `<div class="code-line"><span>${at + 1}</span><code>${escapeHtml(text)}</code></div>`,
  )
  // Long lines scroll, and the keyboard has to be able to scroll them.
  return `<div class="code" tabindex="0"><div class="code-lines">${rows.join('')}</div></div>`
}

/** The page of a rule as HTML, without its heading and first sentence: they are the headline already. */
export function ruleHtml(page: string): string {
  return markdown.render(page.replace(/^# .*\n\n.*\n/, ''))
}
