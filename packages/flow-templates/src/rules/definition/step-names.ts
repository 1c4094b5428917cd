import { defineRuleFamily } from '../../checks/rule-family.ts'

/** Whether the names of steps can be told apart and say something. */
export const stepNames = defineRuleFamily({
  id: 'step-names',
  group: 'Definition',
  rules: {
    'flow-step-names': {
      title: 'Steps are named for what they do.',
      setting: 'info',
      sources: ['publish-template'],
      deviation: 'The page asks for clear templates; that a step’s default name is not clear is ours.',
      messages: {
        found: {
          what: 'The step "{name}" has the name the designer gave it.',
          why: 'Whoever opens the template cannot tell what it is for.',
          fix: 'Rename it in the designer, which changes the references to it too.',
        },
      },
    },
    'flow-step-names-unique': {
      title: 'No two actions have the same name.',
      setting: 'error',
      sources: ['workflow-language'],
      messages: {
        found: {
          what: 'There are two actions called "{name}".',
          why: 'The service refuses to save the flow, because references could mean either.',
          fix: 'Rename one of them.',
        },
      },
    },
  },
  check({ subject, report }) {
    for (const { actions, byName } of subject.flows) {
      for (const action of actions) {
        const { name, node, type } = action
        const first = byName.get(name.toLowerCase())
        if (first !== undefined && first !== action) {
          const related = [{ at: first.node, note: 'the other one' }]
          report('flow-step-names-unique', node, { onKey: true, data: { name }, related })
        }
        if (isDefaultName(name, type)) report('flow-step-names', node, { onKey: true, data: { name } })
      }
    }
  },
})

/** The names the designer gives; with a number behind them the second time. */
const defaults: Readonly<Record<string, RegExp>> = {
  Compose: /^Compose(_\d+)?$/i,
  Foreach: /^(For_each|Apply_to_each)(_\d+)?$/i,
  Http: /^HTTP(_\d+)?$/i,
  If: /^Condition(_\d+)?$/i,
  InitializeVariable: /^Initialize_variable(_\d+)?$/i,
  Join: /^Join(_\d+)?$/i,
  ParseJson: /^Parse_JSON(_\d+)?$/i,
  Query: /^Filter_array(_\d+)?$/i,
  Scope: /^Scope(_\d+)?$/i,
  Select: /^Select(_\d+)?$/i,
  SetVariable: /^Set_variable(_\d+)?$/i,
  Switch: /^Switch(_\d+)?$/i,
  Until: /^Do_until(_\d+)?$/i,
}

function isDefaultName(name: string, type: string): boolean {
  return Object.hasOwn(defaults, type) && defaults[type]?.test(name) === true
}
