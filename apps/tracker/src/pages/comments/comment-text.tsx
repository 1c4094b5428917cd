import type { Child } from 'hono/jsx'
import { LinkifyIt } from 'linkify-it'

// Only complete web addresses become links; what merely looks like one stays text.
const links = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  .add('ftp:', null)
  .add('//', null)
  .add('mailto:', null)

/** What somebody wrote: as plain text with its line breaks, its reading direction kept to itself, addresses as links. */
export function CommentText({ text }: { readonly text: string }) {
  return (
    <p class="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
      {withLinks(text)}
    </p>
  )
}

function withLinks(text: string): Child[] {
  const parts: Child[] = []
  let done = 0
  for (const { index, lastIndex, url } of links.match(text) ?? []) {
    parts.push(
      text.slice(done, index),
      <a class="link" href={url} rel="noopener noreferrer nofollow">
        {text.slice(index, lastIndex)}
      </a>,
    )
    done = lastIndex
  }
  parts.push(text.slice(done))
  return parts
}
