import type { DrawnFlow } from '../../checks/worker/messages.ts'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { FlowDrawing, nameOf } from './flow-drawings.tsx'

interface FlowPageProps {
  readonly frame: Frame
  readonly flow: DrawnFlow
  /** Address of the run's page. */
  readonly href: string
}

/** One flow of a run, drawn. */
export function FlowPage({ frame, flow, href }: FlowPageProps) {
  const { texts } = frame
  const title = nameOf(flow, texts)
  return (
    <Page frame={frame} title={title}>
      <Headline
        title={<bdi class="flow-name">{flow.name || flow.subject}</bdi>}
        sub={<bdi class="flow-name">{texts.checks.flows.sub(flow.subject)}</bdi>}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.checks.title, href }]} />}
      />
      <FlowDrawing flow={flow} texts={texts} />
    </Page>
  )
}
