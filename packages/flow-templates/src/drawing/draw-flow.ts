import { placeFlow } from '../checks/placed-flow.ts'
import type { PackageFlow } from '../model/flow-package.ts'
import { type FlowShape, shapeOf } from './flow-shape.ts'
import {
  boxPadding,
  boxWidth,
  labelHeight,
  layBranch,
  lineHeight,
  type PlacedBranch,
  type PlacedLine,
  type PlacedStep,
} from './layout.ts'
import { outlineOf } from './outline.ts'
import { escaped, fitted, rounded } from './svg.ts'

/** How a flow is drawn; everything has a default. */
export interface DrawOptions {
  /** The title instead of the flow's name. */
  readonly title?: string
  /** Steps beyond are counted, not drawn; 200 when left out. */
  readonly most?: number
  /** What ids in the drawing begin with, where several stand on one page; `flow` when left out. */
  readonly idPrefix?: string
  /** `page` leaves colours and fonts to the page, which a strict policy asks for; `inside` when left out. */
  readonly style?: 'inside' | 'page'
}

/** A drawing and the same in words. */
export interface FlowDrawing {
  /** A whole `<svg>` element, to be put into a page or a file: no script, no font, no address in it. */
  readonly svg: string
  /** A line for each step, for those who do not see the drawing. */
  readonly outline: string
  readonly width: number
  readonly height: number
}

/**
 * Draws a flow: the trigger, below it the steps in the order in which they run, branches side by side, loops and scopes
 * as frames. The same flow always gives the same drawing. Colours follow the reader's light or dark setting, and a page
 * may set them: `--flow-ink`, `--flow-soft`, `--flow-line`, `--flow-paper`, `--flow-box`, `--flow-accent`, `--flow-warn`.
 */
export function drawFlow(flow: PackageFlow, options: DrawOptions = {}): FlowDrawing {
  const title = options.title ?? (flow.displayName || 'Flow')
  const shape = shapeOf(placeFlow(flow).definition, title, options.most ?? 200)
  const outline = outlineOf(shape)
  const margin = 24
  const whole = layBranch(withTriggers(shape), margin, margin)
  const note = shape.left > 0 ? 28 : 0
  const width = Math.ceil(whole.width + 2 * margin)
  const height = Math.ceil(whole.height + 2 * margin + note)
  const id = (options.idPrefix ?? 'flow').replace(/[^\w-]/g, '')
  const left = `${shape.left} more ${shape.left === 1 ? 'step is' : 'steps are'} not shown`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flow-drawing ${id}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${escaped(shape.title)}</title>`,
    `<desc id="${id}-desc">${escaped(outline)}</desc>`,
    ...(options.style === 'page' ? [] : [style(id)]),
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...branchParts(whole, id),
    ...(note === 0 ? [] : [`<text class="note" x="${margin}" y="${height - 16}">${left}</text>`]),
    '</svg>',
  ].join('\n')
  return { svg, outline, width, height }
}

/** The triggers as the first row, with a line from each to what waits for nothing. */
function withTriggers({ triggers, body }: FlowShape) {
  if (triggers.length === 0) return body
  const waiting = new Set(body.links.map(({ to }) => to))
  const first = body.rows.flat().filter((step) => !waiting.has(step))
  const starts = triggers.flatMap((from) => first.map((to) => ({ from, to, statuses: '' })))
  return { label: '', rows: [triggers, ...body.rows], links: [...starts, ...body.links] }
}

function* branchParts({ branch, x, y, width, steps, lines }: PlacedBranch, id: string): Generator<string> {
  if (branch.label !== '') {
    const label = escaped(fitted(branch.label, width - 8, 12))
    yield `<text class="label" x="${rounded(x + width / 2)}" y="${rounded(y + 14)}">${label}</text>`
  }
  if (steps.length === 0) {
    const top = y + (branch.label === '' ? 0 : labelHeight) + 18
    yield `<text class="none" x="${rounded(x + width / 2)}" y="${rounded(top)}">nothing</text>`
  }
  for (const line of lines) yield linePart(line, id)
  for (const step of steps) yield* stepParts(step, id)
}

function linePart({ link, from, to }: PlacedLine, id: string): string {
  const [x1, y1] = from
  const [x2, y2] = to
  const middle = rounded(y2 - 20)
  const way =
    x1 === x2
      ? `M${rounded(x1)} ${rounded(y1)}V${rounded(y2)}`
      : `M${rounded(x1)} ${rounded(y1)}V${middle}H${rounded(x2)}V${rounded(y2)}`
  const isUsual = link.statuses === ''
  const line = `<path class="line${isUsual ? '' : ' other'}" d="${way}" marker-end="url(#${id}-tip)"/>`
  if (isUsual) return line
  const words = escaped(fitted(link.statuses, boxWidth / 2, 12))
  return `${line}<text class="status" x="${rounded(x2 + 6)}" y="${rounded(y2 - 7)}">${words}</text>`
}

function* stepParts({ step, x, y, width, height, name, head, branches }: PlacedStep, id: string): Generator<string> {
  const kind = step.isTrigger ? 'box trigger' : branches.length > 0 ? 'box frame' : 'box'
  yield `<rect class="${kind}" x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="8"/>`
  if (branches.length > 0) {
    yield `<path class="head" d="M${rounded(x)} ${rounded(y + head)}H${rounded(x + width)}"/>`
  }
  const left = rounded(x + boxPadding)
  for (const [at, line] of name.entries()) {
    yield `<text class="name" x="${left}" y="${rounded(y + 22 + at * lineHeight)}">${escaped(line)}</text>`
  }
  const note = escaped(fitted(step.note, width - 2 * boxPadding, 12.5))
  yield `<text class="note" x="${left}" y="${rounded(y + head - 12)}">${note}</text>`
  for (const branch of branches) yield* branchParts(branch, id)
}

/** Two sets of colours, each of which a page may replace. */
function style(id: string): string {
  const names = ['ink', 'soft', 'line', 'paper', 'box', 'frame', 'accent', 'warn']
  const light = ['#1b1f24', '#59636e', '#8a94a0', '#ffffff', '#f6f8fa', '#fbfcfd', '#0b5cad', '#9a4a00']
  const dark = ['#e6edf3', '#9da7b3', '#6b7683', '#0f1419', '#1a2129', '#141a21', '#6cb2ff', '#f0a35e']
  const set = (colours: readonly string[]) =>
    names.map((name, at) => `--${name}:var(--flow-${name},${colours[at]})`).join(';')
  const own = `.${id}`
  return [
    `<style>${own}{${set(light)};font-family:system-ui,-apple-system,"Segoe UI",sans-serif}`,
    `@media(prefers-color-scheme:dark){${own}{${set(dark)}}}`,
    `${own} .paper{fill:var(--paper)}${own} .box{fill:var(--box);stroke:var(--line)}${own} .frame{fill:var(--frame)}`,
    `${own} .trigger{stroke:var(--accent);stroke-width:2}${own} .head{stroke:var(--line);fill:none}`,
    `${own} .line{stroke:var(--line);stroke-width:1.5;fill:none}${own} .other{stroke:var(--warn);stroke-dasharray:5 4}`,
    `${own} .tip{fill:var(--line)}${own} text{fill:var(--ink);font-size:13.5px}${own} .name{font-weight:600}`,
    `${own} .note,${own} .none{fill:var(--soft);font-size:11.5px}${own} .status{fill:var(--warn);font-size:11px}`,
    `${own} .label{fill:var(--soft);font-size:12px;font-weight:600}${own} .label,${own} .none{text-anchor:middle}</style>`,
  ].join('\n')
}
