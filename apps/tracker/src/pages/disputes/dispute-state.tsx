import type { DisputeEntry } from '../../reads/disputes/read-disputes.ts'
import type { Texts } from '../../texts/index.ts'
import { StatePill } from '../components/pill.tsx'

const looks = { open: 'in-review', upheld: 'proved', declined: 'not-needed' } as const

/** Where an objection stands. */
export function DisputePill({
  state,
  texts,
}: {
  readonly state: DisputeEntry['dispute']['state']
  readonly texts: Texts
}) {
  return <StatePill state={looks[state]}>{texts.waivers.disputes.states[state]}</StatePill>
}
