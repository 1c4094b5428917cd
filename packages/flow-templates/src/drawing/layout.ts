import type { Branch, Link, Step } from './flow-shape.ts'
import { inTwoLines } from './svg.ts'

/** Where a step is drawn, in pixels from the top left. */
export interface PlacedStep {
  readonly step: Step
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Its name, in one line or two. */
  readonly name: readonly string[]
  /** Height of the part that holds its name; more than that is there for branches only. */
  readonly head: number
  readonly branches: readonly PlacedBranch[]
}

/** Where a branch is drawn. */
export interface PlacedBranch {
  readonly branch: Branch
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly steps: readonly PlacedStep[]
  readonly lines: readonly PlacedLine[]
}

/** A line from the foot of one step to the head of another. */
export interface PlacedLine {
  readonly link: Link
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export const boxWidth = 264
const boxHeight = 52
/** Height of a second line of a name. */
export const lineHeight = 18
const gapAcross = 24
const gapDown = 40
const framePadding = 16
export const boxPadding = 12
export const labelHeight = 22
const emptyBranch = 120

/** A branch as large as it has to be, with its top left corner at a point. */
export function layBranch(branch: Branch, x: number, y: number): PlacedBranch {
  const size = branchSize(branch)
  return placeBranch(branch, x, y, size.width, size.height)
}

interface Size {
  readonly width: number
  readonly height: number
}

type StepSize = Size & Pick<PlacedStep, 'name' | 'head'>

/** Works out once what is asked for again and again while placing. */
function once<Part extends object, Result>(work: (part: Part) => Result): (part: Part) => Result {
  const known = new WeakMap<Part, Result>()
  return (part) => {
    const before = known.get(part)
    if (before !== undefined) return before
    const result = work(part)
    known.set(part, result)
    return result
  }
}

const branchSize = once(({ rows, label }: Branch): Size => {
  const head = label === '' ? 0 : labelHeight
  if (rows.length === 0) return { width: emptyBranch, height: head + 32 }
  const rowSizes = rows.map(rowSize)
  const width = Math.max(...rowSizes.map((size) => size.width), emptyBranch)
  const height = rowSizes.reduce((sum, size) => sum + size.height, 0) + gapDown * (rows.length - 1)
  return { width, height: head + height }
})

function rowSize(row: readonly Step[]): Size {
  const steps = row.map(stepSize)
  return {
    width: steps.reduce((sum, size) => sum + size.width, 0) + gapAcross * (row.length - 1),
    height: Math.max(...steps.map((size) => size.height)),
  }
}

const stepSize = once(({ name: whole, branches }: Step): StepSize => {
  const inner = branches.map(branchSize)
  const across = inner.reduce((sum, size) => sum + size.width, 0) + gapAcross * (branches.length - 1)
  const width = branches.length === 0 ? boxWidth : Math.max(boxWidth, across + 2 * framePadding)
  const name = inTwoLines(whole, width - 2 * boxPadding, 16)
  const head = boxHeight + lineHeight * (name.length - 1)
  const body = branches.length === 0 ? 0 : Math.max(...inner.map((size) => size.height)) + 2 * framePadding
  return { width, height: head + body, name, head }
})

function placeBranch(branch: Branch, x: number, y: number, width: number, height: number): PlacedBranch {
  const steps: PlacedStep[] = []
  let top = y + (branch.label === '' ? 0 : labelHeight)
  for (const row of branch.rows) {
    const size = rowSize(row)
    let left = x + (width - size.width) / 2
    for (const step of row) {
      steps.push(placeStep(step, left, top))
      left += stepSize(step).width + gapAcross
    }
    top += size.height + gapDown
  }
  const byStep = new Map(steps.map((placed) => [placed.step, placed]))
  const lines = branch.links.flatMap((link): PlacedLine[] => {
    const [from, to] = [byStep.get(link.from), byStep.get(link.to)]
    if (from === undefined || to === undefined) return []
    return [
      {
        link,
        from: [from.x + from.width / 2, from.y + from.height],
        to: [to.x + to.width / 2, to.y],
      },
    ]
  })
  return { branch, x, y, width, height, steps, lines }
}

function placeStep(step: Step, x: number, y: number): PlacedStep {
  const { width, height, name, head } = stepSize(step)
  const across = step.branches.reduce((sum, branch) => sum + branchSize(branch).width, 0)
  let left = x + (width - across - gapAcross * (step.branches.length - 1)) / 2
  const branches = step.branches.map((branch) => {
    const size = branchSize(branch)
    const placed = placeBranch(branch, left, y + head + framePadding, size.width, size.height)
    left += size.width + gapAcross
    return placed
  })
  return { step, x, y, width, height, name, head, branches }
}
