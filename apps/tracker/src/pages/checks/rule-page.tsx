import type { RuleDescription } from '@sevenstep/findings'
import { raw } from 'hono/html'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'

interface RulePageProps {
  readonly frame: Frame
  readonly rule: RuleDescription
  /** The page of the rule as HTML, made from our own words. */
  readonly html: string
  readonly productId: string
}

/** One rule explained: wrong and right, when it does not apply, and what was measured. */
export function RulePage({ frame, rule, html, productId }: RulePageProps) {
  const { texts } = frame
  const base = `/products/${productId}`
  return (
    <Page frame={frame} title={rule.title} width="reading">
      <Headline
        title={<span lang="en">{rule.title}</span>}
        sub={
          <>
            <code>{rule.id}</code>
            {rule.codes.length > 0 && ` · ${texts.checks.rule.microsoft}: ${rule.codes.join(', ')}`}
          </>
        }
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.checks.rule.back, href: `${base}/checks` }]} />}
      />
      {/* Generated from the pages in our own repository; nothing of it was ever typed by somebody else. */}
      <div class="prose rule-text" lang="en">
        {raw(html)}
      </div>
    </Page>
  )
}
