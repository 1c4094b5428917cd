import type { DeployEvent } from '@sevenstep/deployment-client'
import { toSafeLines } from '@sevenstep/findings'
import { MultiBar, type SingleBar } from 'cli-progress'
import type { Console } from '../console.ts'

/** Shows how deployments go on, until it is closed. */
export interface ProgressView {
  readonly onEvent: (event: DeployEvent) => void
  readonly close: () => void
}

const mostBars = 20

/** Bars on a terminal, one for each target; lines that can be read later anywhere else. */
export function showProgress(targets: readonly string[], console: Console): ProgressView {
  return console.isErrorTerminal && targets.length <= mostBars ? barsFor(targets) : lines(console)
}

function lines(console: Console): ProgressView {
  return {
    onEvent(event) {
      if (event.type !== 'step' || event.state === 'progress') return
      const { target, number, total, verb, address, state, said } = event
      const words = { began: `${verb} …`, done: 'done', failed: 'failed', waits: 'waits', skipped: 'not tried' }[state]
      const detail = said === undefined ? '' : `: ${said.split('\n')[0] ?? ''}`
      console.error(`${target} [${number}/${total}] ${address}: ${words}${detail}\n`)
    },
    close: () => undefined,
  }
}

function barsFor(targets: readonly string[]): ProgressView {
  const width = Math.max(...targets.map(({ length }) => length))
  const multi = new MultiBar({
    format: '{target} {bar} {value}/{total} {said}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
    autopadding: true,
    gracefulExit: false,
  })
  const bars = new Map<string, SingleBar>()
  const barOf = (target: string, total: number): SingleBar => {
    const known = bars.get(target)
    if (known !== undefined) {
      known.setTotal(total)
      return known
    }
    const bar = multi.create(total, 0, { target: target.padEnd(width), said: '' })
    bars.set(target, bar)
    return bar
  }
  return {
    onEvent(event) {
      if (event.type === 'target') {
        if (event.state !== 'ended') bars.get(event.target)?.update({ said: event.state })
        return
      }
      const { target, number, total, verb, address, state, said } = event
      const isOver = state !== 'began' && state !== 'progress'
      const words = toSafeLines(`${verb} ${address}${said === undefined ? '' : ` (${said.split('\n')[0] ?? ''})`}`)
      barOf(target, total).update(isOver ? number : number - 1, { said: isOver && number === total ? state : words })
    },
    close: () => multi.stop(),
  }
}
