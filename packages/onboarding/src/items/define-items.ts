import type { Condition, EvidenceRequest, ItemDefinition, ItemId, RuleRoom, RulesNamed, Verification } from '../item.ts'
import type { ProbeRule } from '../probe/probe-rule.ts'
import { text } from '../text.ts'
import type { Citation, Edition, StepId, Text } from '../vocabulary.ts'
import { judgeEvidence, judgeFamilies, judgeReportOrEvidence, judgeReview, judgeRunOrEvidence } from './judge.ts'
import { judgeProbeOrEvidence } from './judge-addresses.ts'

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
  readonly unneededOnce?: ItemId
  readonly citation?: Citation
}

/** What the items of a group have in common. */
export interface ItemGroup {
  readonly step: StepId
  readonly group: string
  readonly citation: Citation
}

/** A proof that people hand in, whoever decides. */
type ByEvidence = Extract<Verification, { readonly evidence: EvidenceRequest }>

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
      ...(statement.unneededOnce === undefined ? {} : { unneededOnce: statement.unneededOnce }),
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

/** Where a check decides, what it has to be given is said in one place for all. */
function howOf({ how, proof }: ItemStatement): Text {
  const given = proof.by === 'evidence' ? givenFor(proof.rules) : undefined
  if (given === undefined) return how
  return {
    en: `${how.en} Or give the file check ${given.en}.`,
    nl: `${how.nl} Of geef de bestandscontrole ${given.nl}.`,
  }
}

function givenFor(rules: RulesNamed | undefined): Text | undefined {
  if (rules === undefined) return undefined
  return rules.judge === 'submission' ? submissionGiven : givenToCheck[rules.room]
}

const submissionGiven = text(
  'the file of the submission (“sevenstep template init” begins one)',
  'het bestand van de indiening (“sevenstep template init” begint er een)',
)

const givenToCheck: Readonly<Partial<Record<RuleRoom, Text>>> = {
  'deployment-client': text(
    'what “sevenstep deploy … --format json” printed',
    'wat “sevenstep deploy … --format json” afdrukte',
  ),
  'flow-embed': text('the page with its scripts', 'de pagina met haar scripts'),
  'flow-templates': text('the exported flow or the solution', 'de geëxporteerde stroom of de oplossing'),
  'licensing-checks': text(
    'the lists of licences and flows (people under other names, if you like)',
    'de lijsten van licenties en stromen (mensen desgewenst onder andere namen)',
  ),
  'listing-checks': text('the folder of the offer', 'de map van de aanbieding'),
}

function judgeOf(proof: Verification, how: Text): ItemDefinition['judge'] {
  switch (proof.by) {
    case 'automatic':
      return judgeFamilies(proof.families)
    case 'review':
      return judgeReview(how)
    case 'probe':
      return judgeProbeOrEvidence(proof.probe, how)
    case 'evidence':
      if (proof.rules === undefined) return judgeEvidence(how)
      if (proof.rules.room === 'deployment-client') return judgeReportOrEvidence(proof.rules.families, how)
      return proof.probe === undefined
        ? judgeRunOrEvidence(proof.rules.families, how)
        : judgeRunOrEvidence(proof.rules.families, how, judgeProbeOrEvidence(proof.probe, how))
  }
}

/** Decided by the certification rules of these families. */
export function byRules(...families: readonly string[]): Verification {
  return { by: 'automatic', room: 'certification-rules', families }
}

/** Shown by a file that is handed in. */
export function byFile(validForDays?: number): ByEvidence {
  return { by: 'evidence', evidence: request(['file', 'statement'], validForDays) }
}

/** Decided by the rules about app registrations once a manifest was checked; until then shown by a file that is handed in. */
export function byManifest(families: readonly string[], validForDays?: number): Verification {
  return byRoom('sign-in-checks', families, byFile(validForDays))
}

/** Decided by the report of a deployment that was handed in; until then shown in one of the ways given. */
export function byReport(
  families: readonly string[],
  accepts: EvidenceRequest['accepts'],
  validForDays?: number,
): Verification {
  return byRoom('deployment-client', families, { by: 'evidence', evidence: request(accepts, validForDays) })
}

/** Decided by a run of a room's rules that decided them all: families or single rules; until then in the way given. */
export function byRoom(room: RuleRoom, families: readonly string[], otherwise: ByEvidence): Verification {
  const { evidence, probe } = otherwise
  return { by: 'evidence', evidence, rules: { room, families }, ...(probe !== undefined && { probe }) }
}

/** Decided by what the file of a template’s submission says against it or shows; until then in the way given. */
export function bySubmission(families: readonly string[], otherwise: ByEvidence): Verification {
  const { evidence, probe } = otherwise
  const rules: RulesNamed = { room: 'flow-templates', families, judge: 'submission' }
  return { by: 'evidence', evidence, rules, ...(probe !== undefined && { probe }) }
}

/** Shown by what a cloud or a program answered: a screenshot, an export or a link. */
export function byRecord(validForDays?: number): ByEvidence {
  return { by: 'evidence', evidence: request(['file', 'link'], validForDays) }
}

/** Shown in whatever form fits. */
export function byAnything(validForDays?: number): ByEvidence {
  return { by: 'evidence', evidence: request(['file', 'link', 'statement'], validForDays) }
}

/** Addresses are handed in, and a machine looks whether they show what the rule states. */
export function byAddress(probe: ProbeRule, validForDays?: number): ByEvidence {
  return { by: 'probe', evidence: request(['link'], validForDays), probe }
}

/** A reviewer looks for themselves. */
export function byReview(): Verification {
  return { by: 'review' }
}

function request(accepts: EvidenceRequest['accepts'], validForDays: number | undefined): EvidenceRequest {
  return validForDays === undefined ? { accepts } : { accepts, validForDays }
}
