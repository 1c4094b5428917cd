import type { ProductView } from '../../reads/checklist/product-view.ts'
import type { Texts } from '../../texts/index.ts'
import { Card } from '../components/card.tsx'
import { DefinitionList } from '../components/lists.tsx'
import type { Viewer } from './viewer.ts'

interface TurnProps {
  readonly view: ProductView
  readonly viewer: Viewer
  readonly texts: Texts
}

/** How long each side has had the turn in the present stage, and how much of it the present turn is. */
export function TurnCard({ view, viewer, texts }: TurnProps) {
  const words = texts.checklist.turn
  const time = view.state.timeInStage
  const names = {
    isv: viewer.side === 'isv' ? words.you : words.isv,
    us: viewer.side === 'us' ? words.you : words.us,
    microsoft: words.microsoft,
    paused: words.paused,
  }
  const parties = (['isv', 'us', 'microsoft', 'paused'] as const).filter((party) => time[party] > 0)
  /** The headline names the present turn alone; without it here, the two figures would seem to differ. */
  const told = (party: (typeof parties)[number]): string => {
    const all = texts.format.duration(time[party])
    const { ballSince, now, state } = view
    if (party !== state.ball || ballSince === undefined) return all
    const present = texts.format.duration(Date.parse(now) - Date.parse(ballSince))
    return present === all ? all : words.withPresent(all, present)
  }
  return (
    <Card title={words.title}>
      {parties.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <DefinitionList entries={parties.map((party) => ({ term: names[party], value: told(party) }))} />
      )}
    </Card>
  )
}
