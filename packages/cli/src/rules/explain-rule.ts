import { requirements } from '@sevenstep/certification-rules'
import { rulePages } from '@sevenstep/certification-rules/pages'
import { describeChangeKinds } from '@sevenstep/connector-schema'
import pc from 'picocolors'
import { type Console, wantsColor } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { laterKinds } from '../kinds/later-kinds.ts'
import { suggestWord } from '../suggest-word.ts'

/**
 * `sevenstep explain`: prints the page of a rule, of every rule that has one of Microsoft's codes, or of a kind of change.
 *
 * @throws Failure when there is nothing of that name.
 */
export async function explainRule(
  name: string,
  color: 'auto' | 'always' | 'never',
  console: Console,
): Promise<ExitCode> {
  const colors = pc.createColors(wantsColor(console, color))
  const pages = await allPages()
  const ids = idsFor(name, pages)
  if (ids.length > 0) {
    console.out(ids.map((id) => toTerminal(pages[id] ?? '', colors)).join('\n'))
    return exitCodes.fine
  }
  const kind = describeChangeKinds().find((one) => one.id === name)
  if (kind === undefined) throw unknownRule(name, pages)
  console.out(toTerminal(`# \`${kind.id}\`\n\n${kind.title}\n\n${kind.why}\n\nWhat to do: ${kind.instead}\n`, colors))
  return exitCodes.fine
}

type Pages = Readonly<Record<string, string>>

async function allPages(): Promise<Pages> {
  const others = await Promise.all(laterKinds.map(async ({ load }) => (await load()).pages()))
  return Object.assign({}, rulePages, ...others)
}

function idsFor(name: string, pages: Pages): readonly string[] {
  if (Object.hasOwn(pages, name)) return [name]
  const code = name.toLowerCase()
  return requirements.filter((one) => one.codes.some((known) => known.toLowerCase() === code)).map((one) => one.id)
}

function unknownRule(name: string, pages: Pages): Failure {
  const near = suggestWord(name, [...Object.keys(pages), ...describeChangeKinds().map((kind) => kind.id)])
  return new Failure(
    exitCodes.usage,
    `There is no rule "${name}".`,
    'Neither a rule, nor a kind of change, nor a code of Microsoft’s validator is called that.',
    near === undefined
      ? 'See "sevenstep rules" for the list.'
      : `Did you mean "${near}"? See "sevenstep rules" for the list.`,
  )
}

/** Markdown as a terminal shows it: headings bold, code coloured, fences without their marks. */
function toTerminal(page: string, colors: ReturnType<typeof pc.createColors>): string {
  let isCode = false
  const lines: string[] = []
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode
    else if (isCode) lines.push(`    ${colors.cyan(line)}`)
    else if (line.startsWith('#')) lines.push(colors.bold(line.replace(/^#+ /, '').replaceAll('`', '')))
    else lines.push(line.replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code)))
  }
  return `${lines.join('\n').trimEnd()}\n`
}
