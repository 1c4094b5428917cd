import { familiesOf, type ItemId, itemById, type ProductState, type Text } from '@sevenstep/onboarding'
import { Failure, stateConflict } from '../../domain/failure.ts'
import { isJudged, type ReviewedPiece } from './reviewed-evidence.ts'

/**
 * What nobody may approve: evidence they brought themselves, an item without anything to judge, and what a check refuses.
 *
 * @throws Failure `four-eyes` or `state-conflict`
 */
export function refuseUnapprovable(
  approved: readonly ItemId[],
  state: ProductState,
  pieces: readonly ReviewedPiece[],
  person: string,
): void {
  for (const itemId of approved) {
    const item = itemById(itemId)
    if (item === undefined) continue
    const shown = pieces.filter(({ piece }) => piece.itemId === itemId && isJudged(piece))
    if (shown.some(({ uploaders }) => uploaders.has(person))) throw ownEvidence(item.title)
    const verdict = state.items.find(({ id }) => id === itemId)?.verdict
    if (item.verification.by === 'automatic') {
      if (verdict !== 'proved' && verdict !== 'waived') throw decidedByCheck(item.title)
    } else if (item.verification.by !== 'review') {
      // What a run has proved needs nothing that people hand in.
      const isProvedByRun = verdict === 'proved' && familiesOf(item).length > 0
      if (shown.length === 0 && !isProvedByRun) throw nothingShown(item.title)
    }
  }
}

function ownEvidence({ en, nl }: Text): Failure {
  return new Failure('four-eyes', {
    what: {
      en: `You handed in evidence for “${en}”, so you cannot approve it.`,
      nl: `U hebt zelf bewijs ingediend voor “${nl}”, dus u kunt het niet goedkeuren.`,
    },
    why: {
      en: 'Nobody approves what they brought themselves: a second person has to look.',
      nl: 'Niemand keurt goed wat hij zelf heeft aangeleverd: een tweede persoon moet kijken.',
    },
    fix: {
      en: 'Release the review, so that another reviewer takes it up.',
      nl: 'Geef de beoordeling vrij, zodat een andere beoordelaar haar oppakt.',
    },
  })
}

function decidedByCheck({ en, nl }: Text): Failure {
  return stateConflict(
    {
      en: `“${en}” is decided by our check, and the check does not pass. Nobody can approve against it.`,
      nl: `Over “${nl}” beslist onze controle, en die slaagt niet. Niemand kan daar tegenin goedkeuren.`,
    },
    {
      en: 'Ask for changes. If it has to pass for a while, the ISV or partner manager asks for a waiver.',
      nl: 'Vraag om wijzigingen. Moet het een tijd rusten, dan vraagt de ISV of partnermanager om vrijstelling.',
    },
  )
}

function nothingShown({ en, nl }: Text): Failure {
  return stateConflict(
    {
      en: `Nothing is handed in for “${en}”, so there is nothing to approve.`,
      nl: `Voor “${nl}” is niets ingediend, dus er valt niets goed te keuren.`,
    },
    {
      en: 'Ask for changes on this item, or leave it for a new request.',
      nl: 'Vraag om wijzigingen bij dit punt, of laat het over aan een nieuw verzoek.',
    },
  )
}
