import { addAction, definitionAt, definitionOf, inside, keep, kept, type PlantedFault } from '../plant.ts'

/** Kinds of faults in expressions and what they refer to. */
export const expressionFaults: readonly PlantedFault[] = [
  kept('a bracket that is not closed', 'expression-syntax', "@concat('a', 'b'"),
  kept('a text in double quotes', 'expression-syntax', '@concat("a")'),
  kept('half an interpolation', 'expression-syntax', 'On @{utcNow( and so on'),
  kept('a function there is not', 'expression-function-known', "@uppercase('a')"),
  kept('an expression too long', 'expression-length', `@concat('${'a'.repeat(8192)}')`),
  kept('an action there is not', 'expression-action-exists', "@body('Planted_nowhere')?['value']"),
  kept('a loop there is not', 'expression-loop-around', "@items('Planted_loop')"),
  kept('a parameter there is not', 'expression-parameter-exists', "@parameters('Planted parameter')"),
  kept('a variable there is not', 'expression-variable-exists', "@{variables('Planted variable')}"),
  kept('the step itself', 'expression-action-order', "@outputs('Planted_step')"),
  {
    name: 'an action that runs later',
    rule: 'expression-action-order',
    plant(ground) {
      const pointer = keep(ground, "@outputs('Planted_later')")
      addAction(ground, 'Planted_later', { type: 'Compose', inputs: 1, runAfter: { Planted_step: ['Succeeded'] } })
      return { pointer }
    },
  },
  {
    name: 'an action of another branch',
    rule: 'expression-action-order',
    plant(ground) {
      const pointer = addAction(ground, 'Planted_choice', {
        type: 'If',
        expression: { equals: [1, 2] },
        actions: { Planted_yes: { type: 'Compose', inputs: 1 } },
        else: { actions: { Planted_no: { type: 'Compose', inputs: "@body('Planted_yes')" } } },
      })
      return { pointer: `${pointer}/else/actions/Planted_no/inputs` }
    },
  },
  {
    name: 'an action from the trigger',
    rule: 'expression-action-order',
    plant(ground) {
      keep(ground, 1)
      const triggers = inside(definitionOf(ground), 'triggers')
      const [name] = Object.keys(triggers)
      if (name === undefined) return undefined
      inside(triggers, name).conditions = [{ expression: "@equals(body('Planted_step'), 1)" }]
      return { pointer: `${definitionAt}/triggers/${name}/conditions/0/expression` }
    },
  },
  {
    name: 'a variable used too early',
    rule: 'expression-variable-order',
    plant(ground) {
      const variables = [{ name: 'Planted variable', type: 'string' }]
      addAction(ground, 'Planted_variable', { type: 'InitializeVariable', inputs: { variables } })
      return { pointer: keep(ground, "@variables('Planted variable')") }
    },
  },
  {
    name: 'a parameter that is not used',
    rule: 'flow-parameter-used',
    plant(ground) {
      inside(definitionOf(ground), 'parameters').Planted = { type: 'String', defaultValue: '' }
      return { pointer: `${definitionAt}/parameters/Planted` }
    },
  },
]
