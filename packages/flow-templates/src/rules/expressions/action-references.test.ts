import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { actionReferences } from './action-references.ts'

const at = '/properties/definition/actions'
const keep = (inputs: unknown, ...after: string[]) => ({
  type: 'Compose',
  inputs,
  runAfter: Object.fromEntries(after.map((name) => [name, ['Succeeded']])),
})
const given = (actions: object, triggers?: object) => ({
  definition: triggers === undefined ? { actions } : { actions, triggers },
})
const tell = `${at}/Tell/inputs`
const order = 'expression-action-order'
const each = (actions: object, ...after: string[]) => ({
  ...keep(undefined, ...after),
  type: 'Foreach',
  foreach: '@createArray(1)',
  actions,
})
const branches = (actions: object, other: object) => ({ type: 'If', expression: {}, actions, else: { actions: other } })

testRuleFamily(actionReferences, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'before it, over another', given: given({ A: keep(1), B: keep(2, 'A'), Tell: keep("@body('a')", 'B') }) },
    {
      name: 'inside what ran before',
      given: given({ A: branches({ In: keep(1) }, {}), Tell: keep("@body('In')", 'A') }),
    },
    {
      name: 'before what holds it',
      given: given({
        A: keep(1),
        All: { ...keep(undefined, 'A'), type: 'Scope', actions: { Tell: keep("@body('A')") } },
      }),
    },
    {
      name: 'what an until holds, in its condition',
      given: given({ Again: { type: 'Until', expression: "@equals(body('In'), 1)", actions: { In: keep(1) } } }),
    },
    {
      name: 'two loops',
      given: given({ One: each({ Two: each({ Tell: keep("@concat(items('One'), items('two'))") }) }) }),
    },
    { name: 'a name worked out', given: given({ Tell: keep("@outputs(concat('a', 'b'))") }) },
    {
      name: 'results of a scope',
      given: given({ All: { type: 'Scope', actions: {} }, Tell: keep("@result('All')", 'All') }),
    },
    {
      name: 'the list of what a loop gave',
      given: given({ One: each({ A: keep(1) }), Tell: keep("@outputs('A')", 'One') }),
    },
    { name: 'a sibling inside the loop', given: given({ One: each({ A: keep(1), Tell: keep("@body('A')", 'A') }) }) },
    { name: 'a name in a text', given: given({ Tell: keep("@concat('body(''Gone'')')") }) },
  ],
  fails: [
    {
      name: 'nobody',
      given: given({ Tell: keep("@body('Gone')") }),
      finds: [{ rule: 'expression-action-exists', at: tell }],
    },
    {
      name: 'nobody, deep inside',
      given: given({ Tell: keep({ a: ["x @{if(true, outputs('Gone')?['b'], null)}"] }) }),
      finds: [
        {
          rule: 'expression-action-exists',
          at: `${tell}/a/0`,
          what: "outputs('Gone') names an action that the flow does not have.",
        },
      ],
    },
    {
      name: 'results of a single action',
      given: given({ A: keep(1), Tell: keep("@result('A')", 'A') }),
      finds: [{ rule: 'expression-action-exists', at: tell }],
    },
    {
      name: 'later',
      given: given({ Tell: keep("@body('A')"), A: keep(1, 'Tell') }),
      finds: [{ rule: order, at: tell, what: "body('A') names an action that runs later." }],
    },
    {
      name: 'side by side',
      given: given({ Tell: keep("@body('A')"), A: keep(1) }),
      finds: [
        {
          rule: order,
          at: tell,
          what: "body('A') names an action in another branch, which this step does not wait for.",
        },
      ],
    },
    {
      name: 'the other branch',
      given: given({ If: branches({ A: keep(1) }, { Tell: keep("@body('A')") }) }),
      finds: [{ rule: order, at: `${at}/If/else/actions/Tell/inputs` }],
    },
    {
      name: 'what holds it',
      given: given({ All: { type: 'Scope', actions: { Tell: keep("@outputs('All')") } } }),
      finds: [
        { rule: order, at: `${at}/All/actions/Tell/inputs`, what: "outputs('All') names the step it stands in." },
      ],
    },
    {
      name: 'from the trigger',
      given: given({ A: keep(1) }, { Start: { type: 'Request', kind: 'Button', inputs: { x: "@body('A')" } } }),
      finds: [{ rule: order, at: '/properties/definition/triggers/Start/inputs/x' }],
    },
    {
      name: 'the list of a loop, from inside it',
      given: given({ One: { ...each({ A: keep(1) }), foreach: "@body('A')" } }),
      finds: [{ rule: order, at: `${at}/One/foreach` }],
    },
    {
      name: 'no such loop',
      given: given({ One: each({}), Tell: keep("@items('One')", 'One') }),
      finds: [{ rule: 'expression-loop-around', at: tell }],
    },
    {
      name: 'no trigger',
      given: given({ Tell: keep('@triggerBody()') }, {}),
      finds: [{ rule: 'expression-trigger-exists', at: tell }],
    },
  ],
})
