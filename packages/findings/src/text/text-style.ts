import picocolors from 'picocolors'
import type { Severity } from '../severity.ts'

/** How much the terminal printer says: errors in one line each, the useful middle, or everything. */
export type Verbosity = 'quiet' | 'normal' | 'verbose'

type Paint = (text: string) => string

/** Colours and signs of the terminal printer; without colour every paint leaves the text as it is. */
export interface TextStyle {
  readonly bold: Paint
  readonly dim: Paint
  /** The mark under what is wrong, in the colour of the severity at hand. */
  readonly strong: Paint
  readonly good: Paint
  readonly link: Paint
  readonly of: (severity: Severity) => Paint
  readonly symbols: TextSymbols
}

/** Signs drawn by the terminal printer. */
export interface TextSymbols {
  readonly bar: string
  readonly error: string
  readonly warning: string
  readonly info: string
  readonly clean: string
  readonly dot: string
  readonly rule: string
}

const unicode: TextSymbols = { bar: '│', error: '✖', warning: '▲', info: '●', clean: '✔', dot: '·', rule: '─' }
const ascii: TextSymbols = { bar: '|', error: 'x', warning: '!', info: 'i', clean: '+', dot: '-', rule: '-' }

/** Makes the style for one run. `isUnicode` false keeps to ASCII signs, for terminals that cannot draw others. */
export function createTextStyle(hasColor: boolean, isUnicode: boolean): TextStyle {
  const colors = picocolors.createColors(hasColor)
  const bySeverity: Record<Severity, Paint> = { error: colors.red, warning: colors.yellow, info: colors.blue }
  return {
    bold: colors.bold,
    dim: colors.dim,
    strong: (text) => text,
    good: colors.green,
    link: colors.cyan,
    of: (severity) => bySeverity[severity],
    symbols: isUnicode ? unicode : ascii,
  }
}
