import type { Condition, EvidenceRequest, ItemDefinition, ItemId, Verification } from '../item.ts'
import type { Citation, Edition, StepId, Text } from '../vocabulary.ts'
import { judgeEvidence, judgeFamilies, judgeReportOrEvidence, judgeReview, judgeRunOrEvidence } from './judge.ts'

/** What an item states of itself; the rest is its group's or usual. */
export interface ItemStatement {
  readonly name: string
  readonly number: string
  readonly title: Text
  readonly what: Text
  readonly why: Text
  readonly how: Text
  readonly proof: Verification
  readonly minutes: number
  readonly required?: true
  readonly owner?: ItemDefinition['owner']
  readonly editions?: readonly Edition[]
  readonly when?: Condition
  readonly after?: readonly ItemId[]
  readonly citation?: Citation
}

/** What the items of a group have in common. */
export interface ItemGroup {
  readonly step: StepId
  readonly group: string
  readonly citation: Citation
}

const bothEditions: readonly Edition[] = ['2018-02', 'current']

/** Completes the statements of a group to items. */
export function defineItems(shared: ItemGroup, statements: readonly ItemStatement[]): readonly ItemDefinition[] {
  return statements.map((statement) => {
    const how = howOf(statement)
    return {
      id: `${shared.step}.${statement.name}`,
      number: statement.number,
      step: shared.step,
      group: shared.group,
      strength: statement.required === true ? 'required' : 'recommended',
      owner: statement.owner ?? 'isv',
      verification: statement.proof,
      editions: statement.editions ?? bothEditions,
      ...(statement.when === undefined ? {} : { when: statement.when }),
      dependsOn: statement.after ?? [],
      effortMinutes: statement.minutes,
      title: statement.title,
      what: statement.what,
      why: statement.why,
      how,
      citation: statement.citation ?? shared.citation,
      judge: judgeOf(statement.proof, how),
    }
  })
}

/** Where a report decides, how to hand one in is said in one place for all. */
function howOf({ how, proof }: ItemStatement): Text {
  if (proof.by !== 'evidence' || proof.rules?.room !== 'deployment-client') return how
  return {
    en: `${how.en} Or give the package check what “sevenstep deploy … --format json” printed.`,
    nl: `${how.nl} Of geef de pakketcontrole wat “sevenstep deploy … --format json” afdrukte.`,
  }
}

function judgeOf(proof: Verification, how: Text): ItemDefinition['judge'] {
  switch (proof.by) {
    case 'automatic':
      return judgeFamilies(proof.families)
    case 'review':
      return judgeReview(how)
    case 'evidence':
      if (proof.rules === undefined) return judgeEvidence(how)
      return proof.rules.room === 'deployment-client'
        ? judgeReportOrEvidence(proof.rules.families, how)
        : judgeRunOrEvidence(proof.rules.families, how)
    default:
      return judgeEvidence(how)
  }
}

/** Decided by the certification rules of these families. */
export function byRules(...families: readonly string[]): Verification {
  return { by: 'automatic', room: 'certification-rules', families }
}

/** Shown by a file that is handed in. */
export function byFile(validForDays?: number): Verification {
  return { by: 'evidence', evidence: request(['file', 'statement'], validForDays) }
}

/** Decided by the rules about app registrations once a manifest was checked; until then shown by a file that is handed in. */
export function byManifest(families: readonly string[], validForDays?: number): Verification {
  const evidence = request(['file', 'statement'], validForDays)
  return { by: 'evidence', evidence, rules: { room: 'sign-in-checks', families } }
}

/** Decided by the report of a deployment that was handed in; until then shown in one of the ways given. */
export function byReport(
  families: readonly string[],
  accepts: EvidenceRequest['accepts'],
  validForDays?: number,
): Verification {
  return { by: 'evidence', evidence: request(accepts, validForDays), rules: { room: 'deployment-client', families } }
}

/** Shown by what a cloud or a program answered: a screenshot, an export or a link. */
export function byRecord(validForDays?: number): Verification {
  return { by: 'evidence', evidence: request(['file', 'link'], validForDays) }
}

/** Shown in whatever form fits. */
export function byAnything(validForDays?: number): Verification {
  return { by: 'evidence', evidence: request(['file', 'link', 'statement'], validForDays) }
}

/** An address is looked at. */
export function byAddress(validForDays?: number): Verification {
  return { by: 'probe', evidence: request(['link'], validForDays) }
}

/** A reviewer looks for themselves. */
export function byReview(): Verification {
  return { by: 'review' }
}

function request(accepts: EvidenceRequest['accepts'], validForDays: number | undefined): EvidenceRequest {
  return validForDays === undefined ? { accepts } : { accepts, validForDays }
}
