import { disarmCommands } from '../build-commands.ts'
import { neutralise } from './display-text.ts'

/**
 * Text of several lines that holds foreign names or contents, made safe for a terminal and for the log of a build
 * server: line feeds and tabs stay, other controls become visible, and what a build server would obey is taken apart.
 */
export function toSafeLines(text: string): string {
  return disarmCommands(text.replace(/[^\n\t]+/g, neutralise))
}
