import { defineRuleFamily } from '../../checks/rule-family.ts'
import { type ArgumentCount, argumentCounts } from '../../data/expression-arguments.ts'
import { expressionFunctions } from '../../data/expression-functions.ts'
import { flowLimits } from '../../data/flow-limits.ts'

/** Whether expressions can be read, and call functions there are. */
export const expressionSyntax = defineRuleFamily({
  id: 'expression-syntax',
  group: 'Expressions',
  rules: {
    'expression-syntax': {
      title: 'Expressions can be read.',
      setting: 'error',
      sources: ['workflow-language', 'functions'],
      messages: {
        found: {
          what: 'This expression cannot be read at character {at}: {fault} ({near}).',
          why: 'The service refuses to save the flow.',
          fix: 'Correct it in the designer; write "@@" for an at sign that is no expression.',
        },
      },
    },
    'expression-length': {
      title: 'A text with expressions has at most 8,192 characters.',
      setting: 'error',
      sources: ['limits'],
      messages: {
        found: {
          what: 'This text with expressions has {length} characters; {most} are allowed.',
          why: 'The service refuses to save the flow.',
          fix: 'Build it in several steps.',
        },
      },
    },
    'expression-function-known': {
      title: 'Expressions call functions of the workflow language.',
      setting: 'warning',
      sources: ['functions'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The function "{name}" at character {at} is not known.',
          why: 'If the service does not know it either, it refuses to save the flow. Our list may be older than the service.',
          fix: 'Look it up in the reference of functions; mind its spelling.',
        },
      },
    },
    'expression-arguments': {
      title: 'Functions get as many arguments as they take.',
      setting: 'error',
      sources: ['functions', 'error-reference'],
      messages: {
        found: {
          what: '{name}() at character {at} gets {given}, and takes {taken}.',
          why: 'The service refuses to save the flow.',
          fix: 'Look the function up in the reference; mind commas and parentheses.',
        },
      },
    },
  },
  check({ subject, report }) {
    for (const { expressions } of subject.flows) {
      for (const { node, isKey: onKey, text, template, calls } of expressions) {
        const { fault } = template
        if (fault !== undefined) {
          const data = { at: fault.start + 1, fault: fault.found, near: near(text, fault.start) }
          report('expression-syntax', node, { onKey, data })
        }
        const { length } = text
        const most = flowLimits.expressionLength
        if (length > most) report('expression-length', node, { onKey, data: { length, most } })
        for (const { name, start, arguments: given } of calls) {
          const count = argumentCounts.get(name.toLowerCase())
          if (!expressionFunctions.has(name.toLowerCase())) {
            report('expression-function-known', node, { onKey, data: { name, at: start + 1 } })
          } else if (count !== undefined && !takes(count, given.length)) {
            const data = { name, at: start + 1, given: argumentsIn(given.length), taken: takenIn(count) }
            report('expression-arguments', node, { onKey, data })
          }
        }
      }
    }
  },
})

function takes({ least, most = Number.POSITIVE_INFINITY }: ArgumentCount, given: number): boolean {
  return given >= least && given <= most
}

function argumentsIn(count: number): string {
  return count === 0 ? 'no argument' : count === 1 ? '1 argument' : `${count} arguments`
}

function takenIn({ least, most }: ArgumentCount): string {
  if (most === undefined) return `${least} or more`
  return least === most ? (least === 0 ? 'none' : String(least)) : `${least} to ${most}`
}

/** The few characters around a place, to find it by. */
function near(text: string, at: number): string {
  const from = Math.max(0, at - 15)
  const excerpt = text.slice(from, at + 15).replace(/\s+/g, ' ')
  return `"${from > 0 ? '…' : ''}${excerpt}${at + 15 < text.length ? '…' : ''}"`
}
