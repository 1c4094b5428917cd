import { isAtLeast, type MendKind, type Severity } from '@sevenstep/findings'
import { compileMessage, type MessageTemplate } from './message-template.ts'
import type { Mend, RuleWording } from './rule-family.ts'

/** A message of a rule, ready to be filled, and how what it says is mended. */
export interface PlannedMessage {
  readonly template: MessageTemplate
  readonly severity: Severity
  readonly mend: MendKind | undefined
}

/** A rule that runs, with everything about its findings that does not depend on the subject. */
export interface PlannedRule<Subject> {
  readonly id: string
  readonly severity: Severity
  readonly code: string | undefined
  /** True when `code` is only known at second hand. */
  readonly isCodeUncertain: boolean
  /** The place holds a secret that reports must not show. */
  readonly isSecret: boolean
  readonly documentation: string
  readonly mend: Mend<Subject> | undefined
  message(name: string): PlannedMessage
}

/** What a rule is planned from, beside its wording. */
export interface RulePlanning<Subject> {
  readonly id: string
  readonly severity: Severity
  /** Somebody set the severity, and means everything the rule says. */
  readonly isSetByUser: boolean
  readonly documentation: string
  readonly code?: string | undefined
  readonly isCodeUncertain?: boolean
  readonly mend: Mend<Subject> | undefined
}

const noMessage = { what: '', why: '', fix: '' }

/** Prepares a rule that runs; its messages are taken apart when they are first said. */
export function planRule<Subject>(text: RuleWording, planning: RulePlanning<Subject>): PlannedRule<Subject> {
  const { id, severity, documentation, mend, code } = planning
  const messages = new Map<string, PlannedMessage>()
  const milderByMessage = planning.isSetByUser ? undefined : text.severityByMessage
  return {
    id,
    severity,
    code,
    isCodeUncertain: planning.isCodeUncertain ?? false,
    isSecret: text.isSecret === true,
    documentation,
    mend,
    message(name) {
      let message = messages.get(name)
      if (message === undefined) {
        const kind = mend === undefined ? undefined : (text.mendByMessage?.[name] ?? text.mend)
        const template = compileMessage(text.messages[name] ?? noMessage)
        message = {
          template,
          severity: milder(severity, milderByMessage?.[name]),
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
