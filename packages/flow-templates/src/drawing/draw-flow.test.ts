import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRead } from '../fixtures/read.ts'
import { type GivenPackage, packageFiles } from '../testing/given-package.ts'
import { readXml } from '../xml/read-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { drawFlow } from './draw-flow.ts'
import { inTwoLines } from './svg.ts'

const keep = { type: 'Compose', inputs: 1 }
const after = (name: string, ...statuses: string[]) => ({ ...keep, runAfter: { [name]: statuses } })

function drawn(given: GivenPackage, options = {}) {
  const [flow] = mustRead(packageFiles(given)).flows
  if (flow === undefined) throw new Error('no flow')
  return drawFlow(flow, options)
}

function root(svg: string): XmlElement {
  const { root: element, fault } = readXml(svg)
  if (element === undefined || fault !== undefined) throw new Error(fault?.detail ?? 'no XML')
  return element
}

/** Numbers of an element by their attribute's name. */
function numbers(element: XmlElement): { x: number; y: number; width: number; height: number } {
  const read = (name: string) => Number(element.attributes.get(name) ?? 0)
  return { x: read('x'), y: read('y'), width: read('width'), height: read('height') }
}

describe('drawFlow', () => {
  it('shows no secret of a name, not with blanks for its underscores either', () => {
    const { svg, outline } = drawn({
      definition: { actions: { 'Call_https://x.example/?sig=Ab_Cd_EfGhIjKlMnOpQrStUvWx': keep } },
    })
    expect(outline).toContain('1. Call https://x.example/?sig=REMOVED (compose)')
    expect(svg).not.toMatch(/Ab.Cd/)
  })

  it('draws no more triggers than steps, and counts the rest', () => {
    const trigger = { type: 'Request', kind: 'Button' }
    const triggers = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`t${index}`, trigger]))
    const { svg, outline } = drawn({ definition: { triggers, actions: { a: keep, b: keep } } }, { most: 50 })
    expect(outline.split('\n')).toHaveLength(51)
    expect(outline).toContain('4952 more steps are not shown.')
    expect(svg.length).toBeLessThan(30_000)
  })

  it('keeps every name on its line and in its order, whatever stands in it', () => {
    const hostile = 'Tell\r\n2. Pay_\u202eenola\u2028::error::'
    const { outline, svg } = drawn({
      properties: { displayName: `Cars\n${hostile}` },
      definition: { actions: { [hostile]: { type: `Compose\n${hostile}`, inputs: 1 } } },
    })
    expect(outline.split('\n')).toEqual([
      'Trigger: Every day (Recurrence)',
      '1. Tell 2. Pay enola ::error:: (Compose Tell 2. Pay_ enola ::error::)',
    ])
    expect(root(svg).children.find(({ name }) => name === 'title')?.text).toBe('Cars Tell 2. Pay_ enola ::error::')
  })

  it('tells in words what it draws', () => {
    const { outline, svg } = drawn({
      definition: {
        actions: {
          Look: keep,
          Each_car: {
            type: 'Foreach',
            foreach: '@createArray(1)',
            runAfter: { Look: ['Succeeded'] },
            actions: { Sold: { type: 'If', expression: {}, actions: { Tell: keep }, else: { actions: {} } } },
          },
          Price: after('Look', 'Succeeded'),
          Note: after('Each_car', 'Failed', 'TimedOut'),
          End: after('Note', 'Succeeded', 'Failed', 'Skipped', 'TimedOut'),
          By_make: {
            type: 'Switch',
            runAfter: { End: ['Succeeded'] },
            expression: 1,
            cases: { Case: { case: 'Contoso', actions: { Ask: keep } } },
            default: { actions: {} },
          },
        },
      },
    })
    expect(outline).toBe(
      [
        'Trigger: Every day (Recurrence)',
        '1. Look (compose)',
        '2. Each car (for each item) [side by side]',
        '  1. Sold (condition)',
        '     Yes:',
        '      1. Tell (compose)',
        '     No: nothing',
        '2. Price (compose) [side by side]',
        '3. Note (compose), after Each car failed, timed out',
        '4. End (compose), after Note in any case',
        '5. By make (switch)',
        '   Contoso:',
        '    1. Ask (compose)',
        '   Otherwise: nothing',
      ].join('\n'),
    )
    const element = root(svg)
    expect(element.children.slice(0, 2).map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Tell the owner about a sold car'],
      ['desc', outline],
    ])
    expect(element.attributes.get('role')).toBe('img')
    expect(element.attributes.get('aria-labelledby')).toBe('flow-title flow-desc')
  })

  it('is the same for the same flow, and brings nothing from elsewhere', () => {
    const { svg } = drawn({})
    expect(drawn({}).svg).toBe(svg)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|@font-face|<script|<image|href/)
  })

  it('calls ids as the page wants, and nothing else', () => {
    const { svg } = drawn({}, { idPrefix: 'a"b<c', title: 'Sell & <tell>' })
    expect(svg).toContain('id="abc-title"')
    expect(root(svg).children[0]?.text).toBe('Sell & <tell>')
  })

  it('counts what it leaves out', () => {
    const actions = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`Step_${at}`, keep]))
    const { outline, svg } = drawn({ definition: { actions } }, { most: 11 })
    expect(outline).toMatch(/\n20 more steps are not shown\.$/)
    expect(svg).toContain('20 more steps are not shown')
  })

  it('draws a flow without a definition', () => {
    expect(root(drawn({ properties: { definition: undefined } }).svg).name).toBe('svg')
  })
})

const name = fc.oneof(fc.string({ minLength: 1, maxLength: 90 }), fc.constantFrom('A', 'B', 'C', 'D'))
const actions = fc.letrec((tie) => ({
  action: fc.record({
    type: fc.constantFrom('Compose', 'Foreach', 'If', 'Switch', 'Scope', ''),
    runAfter: fc.dictionary(name, fc.subarray(['Succeeded', 'Failed', 'Skipped', 'TimedOut']), { maxKeys: 2 }),
    actions: fc.option(tie('list'), { nil: undefined, depthSize: 'small' }),
    else: fc.option(fc.record({ actions: tie('list') }), { nil: undefined, depthSize: 'small' }),
    default: fc.option(fc.record({ actions: tie('list') }), { nil: undefined, depthSize: 'small' }),
  }),
  list: fc.oneof({ maxDepth: 3 }, fc.constant({}), fc.dictionary(name, tie('action'), { maxKeys: 5 })),
})).list

describe('any flow', () => {
  it('is drawn as XML, within its bounds, with every step apart from those that do not hold it', () => {
    fc.assert(
      fc.property(actions, (given) => {
        const { svg, width, height } = drawn({ definition: { actions: given } })
        const boxes = root(svg)
          .children.filter(({ name, attributes }) => name === 'rect' && attributes.get('class') !== 'paper')
          .map(numbers)
        for (const box of boxes) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
        }
        for (const [at, one] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) expect(areApart(one, other) || holds(one, other)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

type Box = ReturnType<typeof numbers>

function areApart(one: Box, other: Box): boolean {
  const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
  return isBeside || one.y + one.height <= other.y || other.y + other.height <= one.y
}

function holds(outer: Box, inner: Box): boolean {
  const isAcross = outer.x <= inner.x && inner.x + inner.width <= outer.x + outer.width
  return isAcross && outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height
}

it.each([
  ['Get items', ['Get items']],
  ['Compose - combine email HTML and files', ['Compose - combine email', 'HTML and files']],
  [
    'Convert file - email msg to HTML, then to PDF, then store it there',
    ['Convert file - email msg to', 'HTML, then to PDF, then stor…'],
  ],
  ['ThisNameHasNoPlaceWhereItCouldBeParted', ['ThisNameHasNoPlaceWhereIt', 'CouldBeParted']],
  ['', ['']],
])('the name %j stands in two lines at most', (name, lines) => {
  expect(inTwoLines(name, 240, 16)).toEqual(lines)
})
