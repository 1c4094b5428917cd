import { goalQuestions } from '../goals.ts'
import { text } from '../text.ts'
import type {
  Answer,
  Citation,
  Edition,
  GoalId,
  Goals,
  ProductKind,
  PublisherType,
  StepId,
  Strength,
  Text,
} from '../vocabulary.ts'
import { goalIds, stepIds } from '../vocabulary.ts'
import { certificationReason } from './certification-route.ts'
import { sevenStepPage } from './citations.ts'
import type { StrengthRule } from './strength-rules.ts'
import { asked, strengthRules } from './strength-rules.ts'

/** What decides which steps apply. */
export interface StepQuestion {
  readonly edition: Edition
  readonly kind: ProductKind
  readonly publisher: PublisherType
  /** Undefined until the ISV has answered for the first time. */
  readonly goals: Goals | undefined
}

/** A reason for a step's strength. */
export interface Because {
  /** Absent where the kind of product decides. */
  readonly goal?: GoalId
  readonly rule: string
  readonly text: Text
  readonly citation: Citation
}

/** An answer that would make a difference. */
export interface Change {
  readonly goal: GoalId
  readonly answer: Answer
  readonly to: Strength
  readonly text: Text
}

/** How strongly a step is asked for, and why. */
export interface StepApplicability {
  readonly step: StepId
  readonly strength: Strength
  readonly because: readonly Because[]
  readonly wouldChangeIf: readonly Change[]
}

/** The strengths from weakest to strongest. */
export const strengthOrder: readonly Strength[] = ['not-needed', 'needs-answer', 'recommended', 'required']

/** Goals of which none has been answered. */
export const unansweredGoals: Goals = {
  'expose-data': 'unknown',
  'connector-public': 'unknown',
  'embed-ui': 'unknown',
  'prebuilt-flows': 'unknown',
  'auto-deploy': 'unknown',
  'customers-lack-licences': 'unknown',
  'list-appsource': 'unknown',
}

const answers: readonly Answer[] = ['yes', 'no', 'unknown']
const strengthNames: Readonly<Record<Strength, Text>> = {
  'not-needed': text('not needed', 'niet nodig'),
  'needs-answer': text('undecided until you answer', 'onbeslist tot u antwoordt'),
  recommended: text('recommended', 'aanbevolen'),
  required: text('required', 'verplicht'),
}
const answerNames: Readonly<Record<Answer, Text>> = {
  yes: text('yes', 'ja'),
  no: text('no', 'nee'),
  unknown: text('don’t know', 'weet ik niet'),
}

/** Decides for each of the seven steps how strongly it is asked for; the same question gives the same answer. */
export function decideSteps(question: StepQuestion): readonly StepApplicability[] {
  const goals = question.goals ?? unansweredGoals
  return stepIds.map((step) => {
    const rules = rulesOf(step, question)
    const strength = strongest(rules, goals)
    return {
      step,
      strength,
      because: reasons(step, rules, strength, goals, question),
      wouldChangeIf: changes(rules, strength, goals),
    }
  })
}

/** The strength of each step without its reasons. */
export function strengthsOf(question: StepQuestion): ReadonlyMap<StepId, Strength> {
  const goals = question.goals ?? unansweredGoals
  return new Map(stepIds.map((step) => [step, strongest(rulesOf(step, question), goals)]))
}

function rulesOf(step: StepId, { edition, kind }: StepQuestion): readonly StrengthRule[] {
  return strengthRules.filter(
    (rule) => rule.step === step && (rule.editions?.includes(edition) ?? true) && (rule.kinds?.includes(kind) ?? true),
  )
}

function strongest(rules: readonly StrengthRule[], goals: Goals): Strength {
  let index = 0
  for (const rule of rules) index = Math.max(index, strengthOrder.indexOf(asked(rule, goals[rule.goal])))
  return strengthOrder[index] ?? 'not-needed'
}

function reasons(
  step: StepId,
  rules: readonly StrengthRule[],
  strength: Strength,
  goals: Goals,
  question: StepQuestion,
): readonly Because[] {
  if (rules.length === 0) return [notForEnterprises()]
  const deciding = rules.filter((rule) => asked(rule, goals[rule.goal]) === strength)
  const because = deciding.map((rule): Because => {
    const { id, goal, citation } = rule
    return { goal, rule: id, text: reasonText(rule, goals[goal]), citation }
  })
  const certifies = step === 1 && question.kind === 'isv' && goals['connector-public'] === 'yes'
  return certifies ? [...because, certificationReason(question)] : because
}

function reasonText(rule: StrengthRule, answer: Answer): Text {
  if (answer === 'yes') return rule.yes
  if (answer === 'no') return rule.no
  const { question } = goalQuestions[rule.goal]
  return text(`Not answered yet: ${question.en}`, `Nog niet beantwoord: ${question.nl}`)
}

function notForEnterprises(): Because {
  return {
    rule: 'enterprise-own-tenant',
    text: text(
      'An organisation that builds for its own tenant neither buys licences for customers nor lists on AppSource.',
      'Een organisatie die voor haar eigen tenant bouwt, koopt geen licenties voor klanten en vermeldt niets op AppSource.',
    ),
    citation: sevenStepPage('section for developers in organisations'),
  }
}

function changes(rules: readonly StrengthRule[], strength: Strength, goals: Goals): readonly Change[] {
  const asking = new Set(rules.map(({ goal }) => goal))
  return goalIds
    .filter((goal) => asking.has(goal))
    .flatMap((goal) =>
      answers
        .filter((answer) => answer !== goals[goal])
        .flatMap((answer): readonly Change[] => {
          const to = strongest(rules, { ...goals, [goal]: answer })
          return to === strength ? [] : [{ goal, answer, to, text: changeText(goal, answer, to) }]
        }),
    )
}

function changeText(goal: GoalId, answer: Answer, to: Strength): Text {
  const { question } = goalQuestions[goal]
  return text(
    `With “${answerNames[answer].en}” to “${question.en}” this step would be ${strengthNames[to].en}.`,
    `Met “${answerNames[answer].nl}” op “${question.nl}” zou deze stap ${strengthNames[to].nl} zijn.`,
  )
}
