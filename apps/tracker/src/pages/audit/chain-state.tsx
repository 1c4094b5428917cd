import type { BrokenChain, RecordVerdict } from '../../reads/audit/verify-record.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import type { AuditPageProps } from './audit-page.tsx'

/** Whether the record is whole: what there is, the button that verifies, and what came of it. */
export function ChainState({ frame, audit, base, verdict, isv }: AuditPageProps) {
  const { texts } = frame
  const { chain } = texts.audit
  return (
    <Card title={chain.title}>
      <div class="stack">
        {verdict !== undefined && <Verdict verdict={verdict} texts={texts} ownIsv={isv?.name} />}
        <p class="quiet">{chain.state(audit.events, audit.chains)}</p>
        <form method="post" action={`${base}/verify`}>
          <Button icon="shield" wide>
            {chain.verify}
          </Button>
        </form>
      </div>
    </Card>
  )
}

interface VerdictProps {
  readonly verdict: RecordVerdict
  readonly texts: Texts
  readonly ownIsv: string | undefined
}

function Verdict({ verdict, texts, ownIsv }: VerdictProps) {
  const { chain } = texts.audit
  const when = texts.format.dateTime(verdict.verifiedAt)
  if (verdict.broken.length === 0) {
    return (
      <Banner level="success" title={chain.sound(verdict.events)} announce>
        <p>{chain.soundDetail(verdict.chains, when)}</p>
      </Banner>
    )
  }
  const nameOf = ({ isvName, chain: id }: BrokenChain) =>
    isvName ?? ownIsv ?? (id.startsWith('isv:') ? chain.unknownIsv(id) : chain.programme)
  return (
    <Banner level="error" title={chain.broken(verdict.broken.length)} announce>
      <ul>
        {verdict.broken.map((one) => (
          <li>
            {chain.at(nameOf(one), one.sequence, one.soundBefore)} {chain.reasons[one.reason]}
            {one.at !== undefined && ` ${chain.dated(texts.format.dateTime(one.at))}`}
          </li>
        ))}
      </ul>
      <p>{chain.brokenDetail(when)}</p>
    </Banner>
  )
}
