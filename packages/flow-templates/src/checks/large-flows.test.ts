import { expect, it } from 'vitest'
import { drawFlow } from '../drawing/draw-flow.ts'
import { mustRead } from '../fixtures/read.ts'
import { readPackage } from '../read/read-package.ts'
import { packageFiles } from '../testing/given-package.ts'
import { checkFlowPackage } from './check-flow-package.ts'

const many = 4000

function chain(step: (index: number) => object): ReturnType<typeof packageFiles> {
  const actions = Object.fromEntries(Array.from({ length: many }, (_, index) => [`Step_${index}`, step(index)]))
  return packageFiles({ definition: { actions } })
}

const shapes: readonly (readonly [string, (index: number) => object])[] = [
  [
    'a chain in which each asks the last one',
    (index) => ({
      type: 'Compose',
      inputs: `@body('Step_${many - 1}')`,
      runAfter: index === 0 ? {} : { [`step_${index - 1}`]: ['Succeeded'] },
    }),
  ],
  ['one circle', (index) => ({ type: 'Compose', runAfter: { [`Step_${(index + 1) % many}`]: ['Succeeded'] } })],
  ['all side by side', () => ({ type: 'Http', inputs: 'ada@fleetdesk.io', runAfter: { Nowhere: ['Succeeded'] } })],
]

it.each(shapes)('a flow eight times too large is judged and drawn: %s', (_, step) => {
  const reading = readPackage(chain(step))
  const { subject } = checkFlowPackage(reading)
  expect(subject.findings.some(({ ruleId }) => ruleId === 'flow-max-actions')).toBe(true)
  const unchecked = subject.notChecked?.flatMap(({ rules }) => rules)
  expect(unchecked).toEqual(['expression-action-order', 'expression-variable-order'])
  for (const flow of mustRead(chain(step)).flows) {
    expect(drawFlow(flow, { most: 50 }).outline).toContain(`${many - 49} more steps are not shown`)
  }
})
