import { raw } from 'hono/html'
import type { DrawnFlow } from '../../checks/worker/messages.ts'
import type { Texts } from '../../texts/index.ts'
import { Section } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'

interface FlowDrawingsProps {
  readonly drawings: readonly DrawnFlow[]
  /** Address of the run's page. */
  readonly href: string
  readonly texts: Texts
  /** Flows that are shown here; the rest is on the run's page. */
  readonly most?: number
  /** Every flow is folded away, where drawings are beside the point. */
  readonly folded?: boolean
}

/** Drawings that go into one page, as text; more are each a page of their own. */
const mostCharacters = 200_000

/** The flows of a run as they are drawn, each folded away but the first. */
export function FlowDrawings({ drawings, href, texts, most = drawings.length, folded = false }: FlowDrawingsProps) {
  if (drawings.length === 0) return null
  const words = texts.checks.flows
  let left = mostCharacters
  return (
    <Section title={words.title(drawings.length)} id="flows">
      <div class="stack">
        {drawings.slice(0, most).map((flow, at) => {
          left -= flow.svg?.length ?? 0
          const page = `${href}/flows/${at + 1}`
          return (
            <Disclosure summary={<bdi>{nameOf(flow, texts)}</bdi>} open={at === 0 && !folded}>
              {left >= 0 ? <FlowDrawing flow={flow} texts={texts} /> : <a href={page}>{words.ownPage}</a>}
            </Disclosure>
          )
        })}
        {most < drawings.length && (
          <p>
            <a class="link" href={`${href}#flows`}>
              {words.all(drawings.length)}
            </a>
          </p>
        )}
      </div>
    </Section>
  )
}

/** A flow's name and the package it is of, as far as they may be shown. */
export function nameOf({ name, subject }: DrawnFlow, { checks }: Texts): string {
  return name === '' || name === subject ? subject : checks.flows.name(name, subject)
}

/** One drawing, with the same in words for those who do not see it. */
export function FlowDrawing({ flow, texts }: { readonly flow: DrawnFlow; readonly texts: Texts }) {
  const words = texts.checks.flows
  const { svg, outline } = flow
  if (svg === undefined || outline === undefined) return <p class="quiet">{words.none}</p>
  return (
    <div lang="en">
      {/* Wider than a phone, so it scrolls in its box, and the keyboard has to be able to scroll it. */}
      <figure class="flow-figure" data-drawing tabindex={0} aria-label={words.label(nameOf(flow, texts))}>
        {/* Drawn by us when the run was checked; every name in it was escaped there. */}
        {raw(svg)}
      </figure>
      <p class="flow-wider row-note" lang={texts.language}>
        {texts.shared.widerThanScreen}
      </p>
      <div class="mt-2" lang={texts.language}>
        <Disclosure summary={words.inWords}>
          <pre class="flow-outline" lang="en">
            {outline}
          </pre>
        </Disclosure>
      </div>
    </div>
  )
}
