import { isAtLeast, type MendKind, type Severity } from '@sevenstep/findings'
import { documentationOf } from './documentation.ts'
import { compileMessage, type MessageTemplate } from './message-template.ts'
import { policyFamilyOf } from './policy-codes.ts'
import type { Mend, RuleFamily, RuleText } from './rule-family.ts'
import { requirementOf, type Selection, selectRules } from './settings.ts'

/** A message of a rule, ready to be filled, and how what it says is mended. */
export interface PlannedMessage {
  readonly template: MessageTemplate
  readonly severity: Severity
  readonly mend: MendKind | undefined
}

/** A rule that runs, with everything about its findings that does not depend on the connector. */
export interface PlannedRule {
  readonly id: string
  readonly severity: Severity
  readonly code: string | undefined
  /** True when `code` is only known at second hand. */
  readonly isCodeUncertain: boolean
  /** The place holds a secret that reports must not show. */
  readonly isSecret: boolean
  readonly documentation: string
  readonly mend: Mend | undefined
  message(name: string): PlannedMessage
}

/** The families with rules that run, and these rules by id. */
export interface RulePlan {
  readonly families: readonly RuleFamily[]
  readonly rules: ReadonlyMap<string, PlannedRule>
}

const mostPlans = 50
const plans = new WeakMap<readonly RuleFamily[], Map<string, RulePlan>>()

/** What runs for a selection. The same plan is used again for the next connector: a repository holds hundreds. */
export function planRules(families: readonly RuleFamily[], selection: Selection): RulePlan {
  const { profile, target, settings, only, skip } = selection
  const key = JSON.stringify([profile, target, settings, only, skip])
  let known = plans.get(families)
  if (known === undefined || known.size >= mostPlans) {
    known = new Map()
    plans.set(families, known)
  }
  let plan = known.get(key)
  if (plan === undefined) {
    plan = makePlan(families, selectRules(families, selection), settings ?? {})
    known.set(key, plan)
  }
  return plan
}

function makePlan(
  families: readonly RuleFamily[],
  severities: ReadonlyMap<string, Severity>,
  own: NonNullable<Selection['settings']>,
): RulePlan {
  const rules = new Map<string, PlannedRule>()
  const running: RuleFamily[] = []
  for (const family of families) {
    let runs = false
    for (const [id, text] of Object.entries(family.rules)) {
      const severity = severities.get(id)
      if (severity === undefined) continue
      rules.set(id, planRule(id, Object.hasOwn(own, id) ? withoutMilder(text) : text, severity, family.mends?.[id]))
      runs = true
    }
    if (runs) running.push(family)
  }
  return { families: running, rules }
}

const noMessage = { what: '', why: '', fix: '' }

function planRule(id: string, text: RuleText, severity: Severity, mend: Mend | undefined): PlannedRule {
  const messages = new Map<string, PlannedMessage>()
  const known = requirementOf(id)?.codes[0]
  return {
    id,
    severity,
    code: known ?? policyFamilyOf(id)?.code,
    isCodeUncertain: known === undefined,
    isSecret: text.isSecret === true,
    documentation: documentationOf(id),
    mend,
    message(name) {
      let message = messages.get(name)
      if (message === undefined) {
        const kind = mend === undefined ? undefined : (text.mendByMessage?.[name] ?? text.mend)
        const template = compileMessage(text.messages[name] ?? noMessage)
        message = {
          template,
          severity: milder(severity, text.severityByMessage?.[name]),
          mend: kind === 'none' ? undefined : kind,
        }
        messages.set(name, message)
      }
      return message
    },
  }
}

function milder(severity: Severity, other: Severity = severity): Severity {
  return isAtLeast(other, severity) ? severity : other
}

/** Somebody who sets a rule means everything it says. */
function withoutMilder({ severityByMessage, ...text }: RuleText): RuleText {
  return text
}
